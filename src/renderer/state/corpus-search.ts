import type { Status } from '../../core/annotation.ts'
import type { Value } from '../../core/contract.ts'
import type { FoundDocument } from '../../core/contract-search.ts'
import type { SearchQuery } from '../../core/search/find.ts'
import { noQuery } from '../../core/search/find.ts'
import { segmentFrom } from '../../core/segment.ts'
import type { Controller } from './controller.ts'
import { moveTo } from './move-to.ts'
import { openWork } from './perform.ts'

/** A search over the corpus and what it has found so far. It stays while documents are opened from it. */
export interface CorpusSearch {
  readonly query: SearchQuery
  /** Only in segments with this label, null: with none; undefined: in all. */
  readonly label: string | null | undefined
  /** Only in documents of this state; undefined: in all. */
  readonly status: Status | undefined
  readonly found: readonly FoundDocument[]
  readonly progress: { readonly done: number; readonly total: number } | null
  /** Null while the search is under way, and where none was begun. */
  readonly result: Value<'searchCorpus'> | null
  /** The sentence why it ended early. */
  readonly trouble: string | null
}

const nothingFound = { found: [], progress: null, result: null, trouble: null } as const

export const noCorpusSearch: CorpusSearch = {
  query: noQuery,
  label: undefined,
  status: undefined,
  ...nothingFound,
}

/** The search under way, and what ends it; a later one takes its place. */
let running: { job: string; end: () => void } | null = null

/** How long the query must rest before it is searched for, in ms. */
const restOf = 150

/** Changes what is searched for and where, and searches anew. */
export function setCorpusSearch(
  controller: Controller,
  change: { query?: Partial<SearchQuery>; label?: string | null | undefined; status?: Status | undefined },
): void {
  cancelCorpusSearch(controller)
  const { corpusSearch: before } = controller.store.getState()
  const { query, ...filters } = change
  const search = { ...before, ...filters, query: { ...before.query, ...query }, ...nothingFound }
  controller.store.setState({ corpusSearch: search })
  if (search.query.text === '') return
  const timer = setTimeout(() => void run(controller, search), restOf)
  running = { job: '', end: () => clearTimeout(timer) }
}

/** Stops the search; what was found stays. */
export function cancelCorpusSearch(controller: Controller): void {
  if (!running) return
  running.end()
  if (running.job !== '') void controller.invoke('cancelJob', { job: running.job })
  running = null
  controller.store.setState(({ corpusSearch }) => ({ corpusSearch: { ...corpusSearch, progress: null } }))
}

async function run(controller: Controller, { query, label, status }: CorpusSearch): Promise<void> {
  const { corpus, documents } = controller.store.getState()
  if (!corpus) return
  const job = crypto.randomUUID()
  const update = (change: Partial<CorpusSearch>): void =>
    controller.store.setState(({ corpusSearch }) => ({ corpusSearch: { ...corpusSearch, ...change } }))
  const end = controller.subscribe((event) => {
    if (event.name !== 'search-found' || event.payload.job !== job) return
    const { done, total, found } = event.payload
    const before = controller.store.getState().corpusSearch.found
    update({ progress: { done, total }, ...(found.length > 0 ? { found: [...before, ...found] } : {}) })
  })
  running = { job, end }
  update({ progress: { done: 0, total: documents.size } })
  const reply = await controller.invoke('searchCorpus', {
    corpus: corpus.folder.id,
    query,
    ...(label === undefined ? {} : { label }),
    ...(status === undefined ? {} : { statuses: [status] }),
    job,
  })
  // Its events, which travel beside the reply, may come a moment after it.
  setTimeout(end, 1000)
  if (running?.job !== job) return
  running = null
  update({
    progress: null,
    ...(reply.ok ? { result: reply.value } : { trouble: reply.message }),
  })
}

/** Closes the search and opens a document at the segment that holds `offset` of its text. */
export async function openFound(controller: Controller, document: string, offset: number): Promise<void> {
  controller.store.setState({ dialog: null })
  if (openWork(controller)?.document !== document) await controller.openDocument(document)
  if (openWork(controller)?.document !== document) return
  controller.setWork((work) => moveTo(work, segmentFrom(work.annotation.segments, offset), false))
}
