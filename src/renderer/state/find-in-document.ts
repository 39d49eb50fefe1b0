import { noQuery, type SearchQuery } from '../../core/search/find.ts'
import { segmentFrom } from '../../core/segment.ts'
import type { Controller } from './controller.ts'
import { moveTo } from './move-to.ts'
import { openWork } from './perform.ts'
import { pickSegments } from './segment-commands.ts'

/** What is searched for in the open document, and what was found. */
export interface FindInDocument {
  readonly query: SearchQuery
  /** The document that was searched; null while none was. */
  readonly document: string | null
  /** Start and end of each match in turn, in UTF-16 code units of the text. */
  readonly bounds: readonly number[]
  /** Whether there are more matches than were counted. */
  readonly more: boolean
  /** Index of the match that one is at; -1 where there is none. */
  readonly at: number
  /** The sentence why nothing could be searched. */
  readonly trouble: string | null
}

const nothingFound = { document: null, bounds: [], more: false, at: -1, trouble: null } as const

/** The search under way; a later one takes its place. */
let running: { job: string; timer: ReturnType<typeof setTimeout> } | null = null

/** How long the query must rest before it is searched for, in ms. */
const restOf = 60

/** Shows the search bar, as it was last. */
export function openFind(controller: Controller): void {
  const { find, lastFind } = controller.store.getState()
  if (!openWork(controller)) return
  controller.store.setState({ find: find ?? { query: lastFind, ...nothingFound }, findAsked: true })
  if (!find) searchDocument(controller)
}

export function closeFind(controller: Controller): void {
  stop(controller)
  controller.store.setState(({ find }) => ({ find: null, lastFind: find?.query ?? noQuery }))
}

/** Changes what is searched for, and searches. */
export function setFind(controller: Controller, change: Partial<SearchQuery>): void {
  const { find } = controller.store.getState()
  if (find) controller.store.setState({ find: { ...find, query: { ...find.query, ...change } } })
  searchDocument(controller)
}

/** Searches the open document once the query rests. */
export function searchDocument(controller: Controller): void {
  stop(controller)
  const { find, corpus } = controller.store.getState()
  const work = openWork(controller)
  if (!find || !corpus || !work) return
  const { query } = find
  if (query.text === '') {
    controller.store.setState({ find: { query, ...nothingFound } })
    return
  }
  const { document } = work
  const job = crypto.randomUUID()
  const search = async (): Promise<void> => {
    const reply = await controller.invoke('searchDocument', {
      corpus: corpus.folder.id,
      document,
      query,
      job,
    })
    if (running?.job !== job) return
    running = null
    const present = openWork(controller)
    if (present?.document !== document) return
    if (!reply.ok) {
      controller.store.setState({ find: { query, ...nothingFound, document, trouble: reply.message } })
      return
    }
    const { bounds, more } = reply.value
    const here = present.annotation.segments[present.current]?.start ?? 0
    const at = firstFrom(bounds, here)
    controller.store.setState({ find: { query, document, bounds, more, at, trouble: null } })
    showMatch(controller, bounds, at)
  }
  running = { job, timer: setTimeout(() => void search(), restOf) }
}

/** Goes to the next (-1: the previous) match, going round. */
export function stepFind(controller: Controller, step: 1 | -1): void {
  const { find } = controller.store.getState()
  const work = openWork(controller)
  if (!find) {
    openFind(controller)
    return
  }
  const count = find.bounds.length / 2
  if (!work || find.document !== work.document || count === 0) return
  const at = (find.at + step + count) % count
  controller.store.setState({ find: { ...find, at } })
  showMatch(controller, find.bounds, at)
}

/** Selects the segments that have a match. */
export function selectMatching(controller: Controller): void {
  const { find } = controller.store.getState()
  const work = openWork(controller)
  if (!find || !work || find.document !== work.document) return
  const { segments } = work.annotation
  const indices: number[] = []
  for (let n = 0; n < find.bounds.length; n += 2) {
    const index = segmentFrom(segments, find.bounds[n] ?? 0)
    if (index < segments.length) indices.push(index)
  }
  pickSegments(controller, indices)
}

function stop(controller: Controller): void {
  if (!running) return
  clearTimeout(running.timer)
  void controller.invoke('cancelJob', { job: running.job })
  running = null
}

/** Index of the first match that starts at or after `offset`, else the first one; -1 if there is none. */
function firstFrom(bounds: readonly number[], offset: number): number {
  if (bounds.length === 0) return -1
  for (let n = 0; n < bounds.length; n += 2) if ((bounds[n] ?? 0) >= offset) return n / 2
  return 0
}

function showMatch(controller: Controller, bounds: readonly number[], at: number): void {
  const start = bounds[2 * at]
  if (start === undefined) return
  controller.setWork((work) => moveTo(work, segmentFrom(work.annotation.segments, start), false))
}
