import type { DatasetDocument, SplitName } from '../../core/datasets/dataset-document.ts'
import { say } from '../../core/sentences/say.ts'
import type { SplitReport } from '../../core/splits/split-report.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { diskReason } from '../disk-error.ts'
import { type DatasetDocuments, exportCancelled, notFaithful } from './dataset-documents.ts'
import type { DatasetKind } from './dataset-kinds.ts'
import { ExportFiles } from './export-files.ts'
import type { ExportTarget } from './export-target.ts'
import type { DatasetCounts, ExportWriter, WriterContext } from './export-writer.ts'
import { type ManifestFacts, manifestText } from './manifest.ts'
import { planSplits, type SplitPlan } from './plan-splits.ts'

/** What an export is asked to do. */
export interface ExportJob {
  readonly target: ExportTarget
  readonly kind: DatasetKind
  readonly documents: DatasetDocuments
  readonly context: WriterContext
  readonly manifest: ManifestFacts
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** What an export wrote and what it left out. */
export interface Exported {
  readonly counts: DatasetCounts
  readonly report: SplitReport | null
  readonly leftOut: { document: string; reason: string }[]
}

/** How often progress is told, in milliseconds. */
const progressEvery = 50

/**
 * Exports the labelled documents one after the other; those that cannot be are left out by name. What is at the target
 * afterwards was read back and is what was written.
 * @throws WinnowError `cancelled` or `export-failed`, with nothing left behind
 */
export async function exportDataset(job: ExportJob): Promise<Exported> {
  const { target, kind, context } = job
  const files = new ExportFiles(target, kind.layout(context.options, context.split !== null).kind)
  try {
    await files.begin()
    const { plan, ...exported } = await new DatasetExport(job, kind.writer(files, context)).run()
    await files.put('manifest.json', manifestText(job.manifest, exported, files.written))
    await files.verify(job.signal)
    await files.publish()
    // Not before, so that an export that fails decides nothing for later ones.
    await plan?.remember()
    return exported
  } catch (error) {
    const failure = failureOf(error, job)
    await files.abandon().catch((reason: unknown) => {
      throw new WinnowError(
        failure.code,
        `${failure.message} ${say`Its temporary files beside ${target.path} could not be removed: ${diskReason(reason)}.`}`,
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
    say`The export to ${path} failed: ${diskReason(cause)}. Nothing was exported, and the labels are safe. Mend the cause or choose another place.`,
    { cause },
  )

function failureOf(error: unknown, { target, signal }: ExportJob): WinnowError {
  if (error instanceof WinnowError) return error
  return signal.aborted ? exportCancelled() : exportFailed(target.path, error)
}

const noCounts = (): DatasetCounts => ({ documents: 0, segments: 0, unlabelled: 0, labels: new Map() })

class DatasetExport {
  readonly #job: ExportJob
  readonly #writer: ExportWriter
  readonly #counts = noCounts()
  readonly #splits: Partial<Record<SplitName, DatasetCounts>> = {}
  readonly #leftOut: { document: string; reason: string }[] = []
  readonly #total: number
  #done = 0
  #told = 0

  constructor(job: ExportJob, writer: ExportWriter) {
    this.#job = job
    this.#writer = writer
    // A dataset that is split is read twice.
    this.#total = job.documents.count * (job.context.split ? 2 : 1)
  }

  async run(): Promise<Exported & { plan: SplitPlan | null }> {
    this.#job.onProgress(0, this.#total)
    const plan = await this.#plan()
    for await (const chosen of this.#job.documents.read()) {
      if (chosen && 'reason' in chosen) this.#leftOut.push(chosen)
      else if (chosen) await this.#add(chosen.dataset, plan)
      this.#step()
    }
    const report = plan?.report() ?? null
    await this.#writer.end({ counts: this.#counts, splits: this.#splits, report })
    return { counts: this.#counts, report, leftOut: this.#leftOut, plan }
  }

  async #plan(): Promise<SplitPlan | null> {
    const { documents, context } = this.#job
    if (!context.split) return null
    return planSplits({
      documents: this.#planned(),
      kept: new Set(context.labels.filter(({ keep }) => keep).map(({ name }) => name)),
      options: context.split,
      home: context.home,
      breathe: () => documents.breathe(),
    })
  }

  async *#planned(): AsyncGenerator<DatasetDocument> {
    for await (const chosen of this.#job.documents.read()) {
      if (chosen && 'dataset' in chosen) yield chosen.dataset
      this.#step()
    }
  }

  async #add(document: DatasetDocument, plan: SplitPlan | null): Promise<void> {
    const split = plan?.splitOf(document.id) ?? null
    if (plan && split === null) {
      const reason = plan.reasonFor(document.id) ?? say`It was labelled while the dataset was split.`
      this.#leftOut.push({ document: document.id, reason })
      return
    }
    const placed = { ...document, split }
    try {
      await this.#writer.add(placed)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      this.#leftOut.push({ document: document.id, reason: notFaithful(error) })
      return
    }
    plan?.count(placed)
    count(this.#counts, document)
    if (split !== null) {
      const counts = this.#splits[split] ?? noCounts()
      this.#splits[split] = counts
      count(counts, document)
    }
  }

  #step(): void {
    this.#done++
    if (this.#done < this.#total && performance.now() - this.#told < progressEvery) return
    this.#told = performance.now()
    this.#job.onProgress(this.#done, this.#total)
  }
}

function count(counts: DatasetCounts, { segments }: DatasetDocument): void {
  counts.documents++
  counts.segments += segments.length
  for (const { label } of segments) {
    if (label === null) counts.unlabelled++
    else counts.labels.set(label, (counts.labels.get(label) ?? 0) + 1)
  }
}
