import { statuses } from '../../core/annotation.ts'
import type { Summary } from '../../core/contract.ts'
import { fold } from '../../core/search/fold.ts'
import type { LearnOrder } from './learn-order.ts'
import { isShownBy } from './list-filter.ts'
import type { WinnowState } from './winnow-store.ts'

/** By what the list can be sorted; the name is the corpus's own order. */
export const listOrders = ['name', 'size', 'unlabelled', 'saved', 'status', 'learn'] as const

export interface ListSort {
  readonly by: (typeof listOrders)[number]
  readonly reversed: boolean
}

export interface ListedDocument {
  readonly id: string
  readonly bytes: number
}

type ListState = Pick<
  WinnowState,
  'corpus' | 'summaries' | 'listText' | 'listFilter' | 'listSort' | 'learnOrder' | 'view'
>

/** `text` for comparing in searches: without case and diacritics, whether composed (NFC) or not (NFD). */
export const searchKey = (text: string): string =>
  fold(text, { matchCase: false, matchDiacritics: false }).text

/** The document that the screen is about. */
export const shownDocument = (view: WinnowState['view']): string | null =>
  view.kind === 'none' ? null : view.kind === 'open' ? view.work.document : view.document

let cached: { key: readonly unknown[]; value: readonly ListedDocument[] } | null = null

/**
 * The documents that the list shows, in its order. What changes while a document is labelled sorts it anew only once
 * another one is opened, so that the list keeps still under the annotator's hands.
 */
export function documentsInList(state: ListState): readonly ListedDocument[] {
  const { corpus, summaries, listText, listFilter, listSort, learnOrder, view } = state
  if (!corpus) return []
  const fixed = listSort.by === 'name' || listSort.by === 'size'
  const key = [
    corpus,
    listText,
    listFilter,
    listSort,
    fixed && listFilter === 'all' ? null : summaries.revision,
    fixed ? null : shownDocument(view),
    listSort.by === 'learn' ? learnOrder : null,
  ]
  if (!cached?.key.every((part, index) => part === key[index])) cached = { key, value: arranged(state, null) }
  return cached.value
}

/**
 * The next (-1: the previous) document of the list after the one that is open, or null. With `toDo` one that is
 * neither done nor put aside, going round.
 */
export function documentAfter(state: ListState, step: 1 | -1, toDo: boolean): string | null {
  const here = shownDocument(state.view)
  if (here === null) return null
  const listed = documentsInList(state)
  // What a filter no longer shows still has its place.
  const list = listed.some(({ id }) => id === here) ? listed : arranged(state, here)
  const at = list.findIndex(({ id }) => id === here)
  for (let n = 1; n < list.length; n++) {
    const index = at + n * step
    const next = list[toDo ? (index + list.length) % list.length : index]
    if (!next) return null
    if (!toDo || isShownBy('to-do', state.summaries.get(next.id))) return next.id
  }
  return null
}

/** Filtered and sorted; with the document `besides` even if the filter does not show it. */
function arranged(state: ListState, besides: string | null): readonly ListedDocument[] {
  const { corpus, summaries, listText, listFilter, listSort } = state
  const documents = corpus?.documents ?? []
  const wanted = searchKey(listText)
  const shown =
    wanted === '' && listFilter === 'all'
      ? documents
      : documents.filter(
          ({ id }) =>
            id === besides ||
            (isShownBy(listFilter, summaries.get(id)) && (wanted === '' || searchKey(id).includes(wanted))),
        )
  if (listSort.by === 'name') return listSort.reversed ? shown.toReversed() : shown
  const value = sortValue(listSort.by, state.learnOrder)
  const direction = listSort.reversed ? -1 : 1
  // What is not known comes last in both directions; equal ones keep the corpus's order.
  return shown
    .map((document) => ({ document, value: value(document, summaries.get(document.id)) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
      return a.value < b.value ? -direction : a.value > b.value ? direction : 0
    })
    .map(({ document }) => document)
}

type SortValue = (document: ListedDocument, summary: Summary | undefined) => number | string | null

/** By what to compare: the largest, the fewest without a label, the latest change, and the order of the work first. */
function sortValue(by: Exclude<ListSort['by'], 'name'>, learnOrder: LearnOrder | null): SortValue {
  switch (by) {
    case 'size':
      return ({ bytes }) => -bytes
    case 'unlabelled':
      return (_, summary) => (summary && summary.segments > 0 ? summary.segments - summary.labelled : null)
    case 'saved':
      return (_, summary) => (summary?.saved ? -Date.parse(summary.saved) : null)
    case 'status':
      return (_, summary) => statuses.indexOf(summary?.status ?? 'new')
    case 'learn':
      return ({ id }) => learnOrder?.get(id)?.place ?? null
  }
}
