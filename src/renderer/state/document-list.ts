import { statuses } from '../../core/annotation.ts'
import type { ColumnCell } from '../../core/columns/column-cell.ts'
import type { Summary } from '../../core/contract.ts'
import { groupedBySite } from '../../core/listing/site-groups.ts'
import { columnTest } from './column-test.ts'
import { DocumentOrder } from './document-order.ts'
import { isShownBy } from './list-filter.ts'
import { listQuery } from './list-query.ts'
import { sortByCell } from './sort-by-cell.ts'
import { sortByName } from './sort-by-name.ts'
import { sortBySize, sortByValues } from './sort-documents.ts'
import type { WinnowState } from './winnow-store.ts'
import { indexesOfWork } from './work-indexes.ts'

/** By what the list can be sorted; the name is the corpus's own order. */
export const listOrders = [
  'name',
  'site',
  'language',
  'reader',
  'size',
  'unlabelled',
  'saved',
  'status',
  'column',
  'learn',
] as const

export interface ListSort {
  readonly by: (typeof listOrders)[number]
  readonly reversed: boolean
}

type ListState = Pick<
  WinnowState,
  | 'documents'
  | 'workList'
  | 'listingState'
  | 'summaries'
  | 'listText'
  | 'listFilter'
  | 'listSort'
  | 'listColumn'
  | 'listColumnText'
  | 'listGrouped'
  | 'learnOrder'
  | 'view'
>

/** The document that the screen is about. */
export const shownDocument = (view: WinnowState['view']): string | null =>
  view.kind === 'none' ? null : view.kind === 'open' ? view.work.document : view.document

/** Orders that labels do not change. */
const byDocument: ReadonlySet<ListSort['by']> = new Set([
  'name',
  'site',
  'language',
  'reader',
  'size',
  'column',
])

let cached: { key: readonly unknown[]; value: DocumentOrder } | null = null

/**
 * The documents that the list shows, in its order. What changes while a document is labelled sorts it anew only once
 * another one is opened, so that the list keeps still under the annotator's hands.
 */
export function documentsInList(state: ListState): DocumentOrder {
  const { documents, workList, summaries, listText, listFilter, listSort, listGrouped, learnOrder, view } =
    state
  const { listColumn, listColumnText } = state
  const fixed = byDocument.has(listSort.by)
  const byColumn = listSort.by === 'column' || listColumnText !== ''
  const key = [
    listFilter === 'all' &&
    listText === '' &&
    listSort.by === 'name' &&
    !byColumn &&
    !listGrouped &&
    !workList
      ? documents
      : growth(state),
    listGrouped,
    workList,
    listText,
    listFilter,
    listSort,
    byColumn ? listColumn?.values : null,
    byColumn ? listColumn?.revision : null,
    listColumnText,
    fixed && listFilter === 'all' ? null : summaries.revision,
    fixed ? null : shownDocument(view),
    listSort.by === 'learn' ? learnOrder : null,
  ]
  if (!cached?.key.every((part, index) => part === key[index])) cached = { key, value: arranged(state, null) }
  return cached.value
}

/** Changes with the documents, but while many are found not with each few of them: to sort all takes time. */
function growth({ documents, listingState }: ListState): unknown {
  if (listingState.phase !== 'indexing' || documents.size < 10_000) return documents
  return Math.floor(Math.log2(documents.size) * 4)
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
  const list = listed.placeOf(here) === -1 ? arranged(state, here) : listed
  const at = list.placeOf(here)
  for (let n = 1; n < list.length; n++) {
    const place = at + n * step
    const next = list.idAt(toDo ? (place + list.length) % list.length : place)
    if (next === undefined) return null
    if (!toDo || isShownBy('to-do', state.summaries.get(next))) return next
  }
  return null
}

/** The first document of the list that is neither done nor put aside, or else the first; null where there is none. */
export function firstToDo(state: ListState): string | null {
  const list = documentsInList(state)
  for (let place = 0; place < list.length; place++) {
    const id = list.idAt(place)
    if (id !== undefined && isShownBy('to-do', state.summaries.get(id))) return id
  }
  return list.idAt(0) ?? null
}

/** Filtered and sorted; with the document `besides` even if the filter does not show it. */
function arranged(state: ListState, besides: string | null): DocumentOrder {
  const { documents, listText, listFilter, listSort } = state
  const all = listText === '' && listFilter === 'all' && state.listColumnText === '' && !state.workList
  const isPlain = all && listSort.by === 'name' && !listSort.reversed
  if (isPlain && !state.listGrouped) return new DocumentOrder(documents, null)
  const indexes = all ? everyIndex(documents.size) : shownIndexes(state, besides)
  const order = sorted(state, indexes)
  if (!state.listGrouped) return new DocumentOrder(documents, order)
  const grouped = groupedBySite(order, (index) => documents.siteAt(index))
  return new DocumentOrder(documents, grouped.order, grouped.groups)
}

function* everyIndex(size: number): Generator<number> {
  for (let index = 0; index < size; index++) yield index
}

function shownIndexes(state: ListState, besides: string | null): number[] {
  const { documents, listFilter, listText } = state
  const own = summaryIndexes(state)
  const othersShown = isShownBy(listFilter, undefined)
  const fits = listQuery(documents, listText)
  const cellFits = cellTest(state)
  const kept = besides === null ? -1 : documents.indexOf(besides)
  const shown: number[] = []
  for (const index of candidates(state, kept)) {
    const summary = own.get(index)
    const isShown = summary ? isShownBy(listFilter, summary) : othersShown
    if (index === kept || (isShown && fits(index) && cellFits(index))) shown.push(index)
  }
  return shown
}

/** What the document at an index has in the chosen column. */
const cellAt = ({ documents, listColumn }: ListState) => {
  return (index: number): ColumnCell => {
    const { file, row } = documents.placeAt(index)
    return listColumn?.values.at(file, row) ?? null
  }
}

function cellTest(state: ListState): (index: number) => boolean {
  if (state.listColumnText === '' || !state.listColumn) return () => true
  const at = cellAt(state)
  const fits = columnTest(state.listColumnText)
  return (index) => fits(at(index))
}

/** The documents to work on, and the one at `kept` even if it is none of them. */
function candidates(state: ListState, kept: number): Iterable<number> {
  const inWork = indexesOfWork(state)
  if (!inWork) return everyIndex(state.documents.size)
  return kept === -1 || inWork.includes(kept) ? inWork : Int32Array.from([...inWork, kept]).sort()
}

/** The summaries by index; most documents of a large corpus have none. */
function summaryIndexes({ documents, summaries }: ListState): Map<number, Summary> {
  const own = new Map<number, Summary>()
  for (const summary of summaries.all()) {
    const index = documents.indexOf(summary.document)
    if (index !== -1) own.set(index, summary)
  }
  return own
}

function sorted(state: ListState, indexes: Iterable<number>): Int32Array {
  const { documents, listSort, learnOrder } = state
  const { by, reversed } = listSort
  if (by === 'name') {
    const inOrder = Int32Array.from(indexes)
    return reversed ? inOrder.reverse() : inOrder
  }
  if (by === 'site') return sortByName([...indexes], (index) => documents.siteAt(index), reversed)
  if (by === 'language') return sortByName([...indexes], (index) => documents.languageAt(index), reversed)
  if (by === 'reader') return sortByName([...indexes], (index) => documents.readerAt(index), reversed)
  if (by === 'column') return sortByCell([...indexes], cellAt(state), reversed)
  if (by === 'size') return sortBySize(indexes, (index) => documents.bytesAt(index), reversed)
  if (by === 'learn') {
    const places = [...(learnOrder ?? [])].map(([id, { place }]) => [documents.indexOf(id), place] as const)
    return sortByValues(indexes, { own: new Map(places), others: null }, reversed)
  }
  const value = sortValue[by]
  const own = new Map<number, number | null>()
  for (const [index, summary] of summaryIndexes(state)) own.set(index, value(summary))
  return sortByValues(indexes, { own, others: value(undefined) }, reversed)
}

/** By what to compare: the fewest without a label, the latest change, and the order of the work first. */
const sortValue = {
  unlabelled: (summary: Summary | undefined) =>
    summary && summary.segments > 0 ? summary.segments - summary.labelled : null,
  saved: (summary: Summary | undefined) => (summary?.saved ? -Date.parse(summary.saved) : null),
  status: (summary: Summary | undefined) => statuses.indexOf(summary?.status ?? 'new'),
}
