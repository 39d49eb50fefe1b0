import type { DocumentTable, ListedFile } from '../../core/listing/document-table.ts'
import { fold } from '../../core/search/fold.ts'

/** `text` for comparing in searches: without case and diacritics, whether composed (NFC) or not (NFD). */
export const searchKey = (text: string): string =>
  fold(text, { matchCase: false, matchDiacritics: false }).text

/** What files are called in searches; kept, as a list is filtered with each letter that is typed. */
const keys = new WeakMap<ListedFile, string>()

function keyOf(file: ListedFile): string {
  const known = keys.get(file)
  if (known !== undefined) return known
  const key = searchKey(file.id)
  keys.set(file, key)
  return key
}

/** Whether the id of the document at an index has `wanted` in it, a search key. */
export function textFilter(documents: DocumentTable, wanted: string): (index: number) => boolean {
  if (wanted === '') return () => true
  // All that the id of a record has beyond its file's.
  const mayBeNumber = /^(.*\/)?\d*$/.test(wanted)
  return (index) => {
    const { file, row } = documents.placeAt(index)
    const key = keyOf(file)
    if (key.includes(wanted)) return true
    if (row === null || !mayBeNumber || !file.records) return false
    return `${key}/${file.records.numberAt(row)}`.includes(wanted)
  }
}
