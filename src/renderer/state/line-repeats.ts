import type { Value } from '../../core/contract.ts'
import type { Segment } from '../../core/segment.ts'
import { partsFrom } from '../../core/suggestions/document-parts.ts'
import type { Controller } from './controller.ts'
import { onceIdle } from './once-idle.ts'
import type { OpenWork } from './open-work.ts'
import { openWork } from './perform.ts'
import { listAnew } from './repeated-lines.ts'

/** On how many documents a segment's line stands, this one included. */
export interface LineRepeat {
  /** Where the segment ends, in UTF-16 code units: one that was cut otherwise since is another line. */
  readonly end: number
  readonly documents: number
  readonly siteDocuments: number
  /** How many documents its site and the corpus have. */
  readonly siteSize: number
  readonly corpusSize: number
}

/** What is known of the lines of the open document that stand on others too. */
export interface LineRepeats {
  readonly document: string
  /** Whether the whole corpus was read; the counts are missing until then. */
  readonly ready: boolean
  readonly site: string
  readonly siteSize: number
  readonly corpusSize: number
  /**
   * By the start of the segment; lines of this document alone are not among them. The same map for as long as the
   * document is open, in a new object where something in it changed: a document may have 100,000 segments.
   */
  readonly lines: ReadonlyMap<number, LineRepeat>
}

/** How far the corpus was read for counting its lines. */
export interface CorpusReading {
  readonly done: number
  readonly total: number
}

/** How long splits and joins must rest before the counts of new segments are asked for, in ms. */
const restOf = 200

/** On how many documents a segment's line stands; null where on no other, or where that is not known. */
export function repeatOf(
  repeats: LineRepeats | null,
  segment: { readonly start: number; readonly end: number } | undefined,
): LineRepeat | null {
  const found = segment && repeats?.lines.get(segment.start)
  return found && found.end === segment.end ? found : null
}

const sameRepeat = (a: LineRepeat, b: LineRepeat): boolean =>
  a.end === b.end &&
  a.documents === b.documents &&
  a.siteDocuments === b.siteDocuments &&
  a.siteSize === b.siteSize &&
  a.corpusSize === b.corpusSize

/** Keeps the counts of the open document as it is cut now, asked for after it is drawn. Returns what ends that. */
export function watchLineRepeats(controller: Controller): () => void {
  const { store } = controller
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  /** Start and end of the segments whose counts are known, repeated or not: they do not depend on their neighbours. */
  const known = new Map<number, number>()
  const lines = new Map<number, LineRepeat>()

  const ask = async (): Promise<void> => {
    const { corpus } = store.getState()
    const work = openWork(controller)
    if (!corpus || !work) return
    const number = ++asked
    const { document } = work
    const { segments } = work.annotation
    for (const [n, { first, end }] of partsFrom(segments.length, work.current).entries()) {
      // Nobody waits for what is out of sight.
      if (n > 0) await onceIdle()
      if (number !== asked) return
      const unknown = segments.slice(first, end).filter((segment) => known.get(segment.start) !== segment.end)
      if (unknown.length === 0) continue
      const reply = await controller.invoke('repeatsOfDocument', {
        corpus: corpus.folder.id,
        document,
        bounds: unknown.flatMap((segment) => [segment.start, segment.end]),
      })
      if (number !== asked || openWork(controller)?.document !== document) return
      if (!reply.ok) {
        controller.notify('alert', reply.message)
        return
      }
      keep(document, unknown, reply.value)
      // All of them are asked for once the corpus was read.
      if (!reply.value.ready) return
    }
  }

  const keep = (
    document: string,
    segments: readonly Segment[],
    { documents, siteDocuments, ...facts }: Value<'repeatsOfDocument'>,
  ): void => {
    const { siteSize, corpusSize } = facts
    segments.forEach(({ start, end }, index) => {
      if (facts.ready) known.set(start, end)
      const count = documents[index] ?? 0
      const line = { end, documents: count, siteDocuments: siteDocuments[index] ?? 0, siteSize, corpusSize }
      const was = lines.get(start)
      if (count < 2) lines.delete(start)
      // Rows are drawn anew for another object.
      else if (!was || !sameRepeat(was, line)) lines.set(start, line)
    })
    store.setState({ lineRepeats: { document, ...facts, lines } })
  }

  const askSoon = (delay: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), delay)
  }

  const endStore = store.subscribe(({ view }, before) => {
    if (view === before.view) return
    const work = view.kind === 'open' ? view.work : null
    const was: OpenWork | null = before.view.kind === 'open' ? before.view.work : null
    if (work?.document !== was?.document) {
      clearTimeout(timer)
      asked++
      known.clear()
      lines.clear()
      if (before.lineRepeats) store.setState({ lineRepeats: null })
      if (work) askSoon(0)
    } else if (work?.cuts !== was?.cuts) askSoon(restOf)
  })
  const endEvents = controller.subscribe((event) => {
    if (event.name !== 'repetition-progress') return
    const { corpus, done, total, ready } = event.payload
    if (corpus !== store.getState().corpus?.folder.id) return
    store.setState({ corpusReading: ready ? null : { done, total } })
    if (!ready) return
    known.clear()
    askSoon(0)
    // A list that is shown keeps still under the annotator's hands; one that waited for this comes now.
    if (store.getState().repeatedLines.ready === false) listAnew(controller, 0)
  })
  askSoon(0)
  return () => {
    clearTimeout(timer)
    asked++
    endStore()
    endEvents()
    store.setState({ lineRepeats: null, corpusReading: null })
  }
}
