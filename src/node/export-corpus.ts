import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Annotation } from '../core/annotation.ts'
import type { Value } from '../core/contract.ts'
import { labelsMadeBy } from '../core/export/labels-made-by.ts'
import type { LabelOrigin } from '../core/segment.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { diskReason } from './disk-error.ts'
import type { LabelledDocuments } from './labelled-documents.ts'
import type { Dump } from './read-dump.ts'

/** Writes an export in one format. Nothing is at the target before `finish`, and nothing is left after `abandon`. */
export interface ExportWriter {
  begin(): Promise<void>
  /** @throws RangeError if this document cannot be written, which leaves the others unharmed */
  add(document: string, dump: Dump, annotation: Annotation): Promise<void>
  finish(): Promise<void>
  abandon(): Promise<void>
}

/** What an export is asked to do. */
export interface ExportJob {
  readonly path: string
  readonly documents: LabelledDocuments
  readonly writer: ExportWriter
  readonly onlyDone: boolean
  /** The ways in which labels came to be that count; all if not given. */
  readonly by: readonly LabelOrigin[] | undefined
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

type Counts = Pick<Value<'exportCorpus'>, 'documents' | 'segments' | 'unlabelled' | 'leftOut'>

/** How often progress is told, in milliseconds. */
const progressEvery = 50

/**
 * Exports the labelled documents one after the other; those that cannot be are left out by name.
 * @throws WinnowError `cancelled` or `export-failed`, with nothing left behind
 */
export async function exportCorpus(job: ExportJob): Promise<Counts> {
  try {
    await job.writer.begin()
    const counts = await addAll(job)
    await job.writer.finish()
    return counts
  } catch (error) {
    const failure = error instanceof WinnowError ? error : exportFailed(job.path, error)
    await job.writer.abandon().catch((reason: unknown) => {
      throw new WinnowError(
        failure.code,
        `${failure.message} Its temporary file beside ${job.path} could not be removed: ${diskReason(reason)}.`,
        { cause: error },
      )
    })
    throw failure
  }
}

/** The error that tells that there is no export at `path`. */
export const exportFailed = (path: string, cause: unknown): WinnowError =>
  new WinnowError(
    'export-failed',
    `The export to ${path} failed: ${diskReason(cause)}. Nothing was exported, and the labels are safe. Mend the cause or choose another place.`,
    { cause },
  )

async function addAll({ documents, writer, onlyDone, by, signal, onProgress }: ExportJob): Promise<Counts> {
  const counts: Counts = { documents: 0, segments: 0, unlabelled: 0, leftOut: [] }
  const total = documents.count
  let done = 0
  let told = 0
  onProgress(0, total)
  for await (const found of documents.read()) {
    // Lets a cancellation in, and the other work of this process.
    await nextTurn()
    if (signal.aborted)
      throw new WinnowError(
        'cancelled',
        'The export was cancelled. Nothing was exported, and the labels are safe.',
      )
    if ('reason' in found) counts.leftOut.push({ document: found.document, reason: found.reason })
    else if (!onlyDone || found.annotation.status === 'done') {
      const annotation = by ? labelsMadeBy(found.annotation, by) : found.annotation
      await addOne(writer, found.document, found.dump, annotation, counts)
    }
    done++
    if (done === total || performance.now() - told >= progressEvery) {
      told = performance.now()
      onProgress(done, total)
    }
  }
  return counts
}

async function addOne(
  writer: ExportWriter,
  document: string,
  dump: Dump,
  annotation: Annotation,
  counts: Counts,
): Promise<void> {
  try {
    await writer.add(document, dump, annotation)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    counts.leftOut.push({ document, reason: `It cannot be exported faithfully: ${error.message}.` })
    return
  }
  counts.documents++
  counts.segments += annotation.segments.length
  counts.unlabelled += annotation.segments.filter((segment) => segment.label === null).length
}
