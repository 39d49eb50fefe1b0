import type { WinnowState } from './winnow-store.ts'

/** `text` for comparing in searches: without case and diacritics, whether composed (NFC) or not (NFD). */
export const searchKey = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()

let cached: { key: readonly unknown[]; value: readonly { id: string; bytes: number }[] } | null = null

/** The documents that the list shows under its filter and search text, in the corpus's order. */
export function documentsInList(
  state: Pick<WinnowState, 'corpus' | 'summaries' | 'listText' | 'listFilter'>,
): readonly { id: string; bytes: number }[] {
  const { corpus, summaries, listText, listFilter } = state
  if (!corpus) return []
  if (listText === '' && listFilter === 'all') return corpus.documents
  // The summaries matter for the filter only.
  const key = [corpus, listText, listFilter, listFilter === 'all' ? null : summaries]
  if (cached?.key.every((part, index) => part === key[index])) return cached.value
  const wanted = searchKey(listText)
  const value = corpus.documents.filter(({ id }) => {
    const done = summaries.get(id)?.status === 'done'
    if (listFilter === 'done' ? !done : listFilter === 'to-do' && done) return false
    return wanted === '' || searchKey(id).includes(wanted)
  })
  cached = { key, value }
  return value
}
