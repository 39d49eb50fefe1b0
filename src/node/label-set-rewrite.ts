import type { LabelsFile } from '../core/labels-file.ts'
import { bareMark, type Mark } from '../core/segment.ts'
import type { WinnowError } from '../core/winnow-error.ts'
import { DurableFile } from './durable-file.ts'
import { eachLabelsFile, type LabelsFilePlace, type LeftOut } from './each-labels-file.ts'
import { type FileLock, withFileLock } from './file-lock.ts'
import { labelsFileKind } from './labels-file-kind.ts'

type SavedSegment = LabelsFile['segments'][number]

/** A run `[start, end)` of a document, in the units of its labels file, that had another label before. */
export interface MovedRun {
  readonly start: number
  readonly end: number
  readonly before: Mark
  readonly after: string | null
}

/** What a rewriting did so far; it fills up while the job runs, so that it is known also of one that ended early. */
export interface Rewriting {
  /** By the path of the labels file. */
  readonly moved: Map<string, MovedRun[]>
  leftOut: LeftOut
  /** The labels that the files that were read have now. */
  readonly used: Set<string>
}

export interface RewriteJob {
  readonly home: string
  /** The label and its origin that a segment gets; the segment's own where nothing changes. */
  readonly markOf: (path: string, segment: SavedSegment) => Mark
  /** Told of what is about to be rewritten, under the lock of the file. */
  readonly onRewrite?: ((place: LabelsFilePlace, runs: readonly MovedRun[]) => Promise<void>) | undefined
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** What is damaged, unreadable or newer is left out by name; that a file cannot be written ends the job. */
export const leaveOut = (error: WinnowError): boolean => error.code.startsWith('labels-')

/** How often the files are gone through, at most: again as long as others have labelled meanwhile. */
const mostPasses = 3

/**
 * Rewrites the labels files of all annotators in `home`, each under its lock and durably.
 * @throws WinnowError `cancelled` or why a file could not be written; `rewriting` says what was done until then
 */
export async function rewriteLabels(job: RewriteJob, rewriting: Rewriting): Promise<void> {
  for (let pass = 1; pass <= mostPasses; pass++) {
    const before = countMoved(rewriting)
    rewriting.used.clear()
    rewriting.leftOut = await eachLabelsFile(job.home, (place) => rewriteFile(place, job, rewriting), {
      signal: job.signal,
      onProgress: job.onProgress,
      leaveOut,
    })
    if (countMoved(rewriting) === before) return
  }
}

/** How many segments were given another label. */
export const countMoved = ({ moved }: Rewriting): number =>
  [...moved.values()].reduce((sum, runs) => sum + runs.length, 0)

async function rewriteFile(place: LabelsFilePlace, job: RewriteJob, rewriting: Rewriting): Promise<void> {
  const { path } = place
  const file = new DurableFile(path, labelsFileKind)
  const seen = await file.read()
  if (!seen) return
  const changes = (segment: SavedSegment): boolean => job.markOf(path, segment).label !== segment.label
  const now = seen.segments.some(changes) ? await withFileLock(path, (lock) => rewriteLocked(lock)) : seen
  for (const { label } of now?.segments ?? []) if (label !== null) rewriting.used.add(label)

  async function rewriteLocked(lock: FileLock): Promise<LabelsFile | null> {
    file.writeUnder(lock)
    const present = await file.read()
    if (!present) return null
    const runs: MovedRun[] = []
    const segments = present.segments.map((segment) => {
      const mark = job.markOf(path, segment)
      if (mark.label === segment.label) return segment
      const { start, end, text } = segment
      runs.push({ start, end, before: bareMark(segment), after: mark.label })
      return { start, end, ...bareMark(mark), text }
    })
    if (runs.length === 0) return present
    const written = {
      ...present,
      segments,
      revision: present.revision + 1,
      saved: new Date().toISOString(),
    }
    await job.onRewrite?.(place, runs)
    await file.write(written)
    rewriting.moved.set(path, [...(rewriting.moved.get(path) ?? []), ...runs])
    return written
  }
}
