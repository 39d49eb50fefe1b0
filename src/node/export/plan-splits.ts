import type { DatasetDocument, SplitName } from '../../core/datasets/dataset-document.ts'
import { signatureOf } from '../../core/splits/minhash.ts'
import { reportSplit } from '../../core/splits/report-split.ts'
import { type CorpusSplit, type SplitFacts, splitCorpus } from '../../core/splits/split-corpus.ts'
import { SplitLines } from '../../core/splits/split-lines.ts'
import type { SplitOptions } from '../../core/splits/split-options.ts'
import type { SplitReport } from '../../core/splits/split-report.ts'
import { unsplitReason } from '../../core/splits/split-sentences.ts'
import { SplitPlanStore } from './split-plan-store.ts'

/** From how many words on what is kept of a page tells that it is a near duplicate: many pages share a headline. */
const fewestKept = 25

/** What splits are planned from. */
export interface SplitJob {
  /** All that go into the dataset, in its order. */
  readonly documents: AsyncIterable<DatasetDocument>
  /** The names of the labels that a cleaner keeps. */
  readonly kept: ReadonlySet<string>
  readonly options: SplitOptions
  readonly home: string
  /** Lets the other work of this process in; rejects if the export is cancelled. */
  readonly breathe: () => Promise<void>
}

/**
 * Plans in which split each document goes. Holds some 600 bytes a document.
 * @throws WinnowError if the plan of earlier exports cannot be read
 */
export async function planSplits(job: SplitJob): Promise<SplitPlan> {
  const store = new SplitPlanStore(job.home, job.options)
  const known = await store.read()
  const facts: SplitFacts[] = []
  for await (const document of job.documents) facts.push(factsOf(document, job))
  const steps = splitCorpus(facts, job.options, known)
  for (;;) {
    const step = steps.next()
    if (step.done) return new SplitPlan(job, facts, step.value, store)
    await job.breathe()
  }
}

/** The splits of a dataset, from before its first document is written until after its last. */
export class SplitPlan {
  readonly #job: SplitJob
  readonly #facts: readonly SplitFacts[]
  readonly #found: CorpusSplit
  readonly #store: SplitPlanStore
  readonly #splits: ReadonlyMap<string, SplitName | null>
  readonly #reasons: ReadonlyMap<string, string>
  readonly #lines = new SplitLines()

  constructor(job: SplitJob, facts: readonly SplitFacts[], found: CorpusSplit, store: SplitPlanStore) {
    this.#job = job
    this.#facts = facts
    this.#found = found
    this.#store = store
    this.#splits = new Map(facts.map(({ id }, place) => [id, found.splits[place] ?? null]))
    this.#reasons = new Map(found.leftOut.map((each) => [each.document, unsplitReason(each)]))
  }

  /** The split of a document; null for one that is left out. */
  splitOf(document: string): SplitName | null {
    return this.#splits.get(document) ?? null
  }

  /** Why a document is in no split, as a sentence; null where it is in one or was not planned. */
  reasonFor(document: string): string | null {
    return this.#reasons.get(document) ?? null
  }

  /** Counts the lines of a document that was written. */
  count({ id, text, segments }: DatasetDocument): void {
    const split = this.splitOf(id)
    if (split === null) return
    for (const { start, end, label } of segments)
      this.#lines.add(text.slice(start, end), split, label !== null && this.#job.kept.has(label))
  }

  /** What came of it, with the lines of what was counted. */
  report(): SplitReport {
    return reportSplit(this.#facts, this.#job.options, this.#found, this.#lines)
  }

  /** Resolves once later exports will leave the documents where they are. @throws WinnowError */
  remember(): Promise<void> {
    return this.#store.remember(
      new Map(
        this.#facts.flatMap(({ id, site }) => {
          const split = this.splitOf(id)
          return split === null ? [] : [[id, { split, site }] as const]
        }),
      ),
    )
  }
}

function factsOf({ id, text, site, segments }: DatasetDocument, { kept, options }: SplitJob): SplitFacts {
  const labels = new Map<string, number>()
  const keptTexts: string[] = []
  for (const { start, end, label } of segments) {
    if (label === null) continue
    labels.set(label, (labels.get(label) ?? 0) + 1)
    if (kept.has(label)) keptTexts.push(text.slice(start, end))
  }
  const { nearDuplicates } = options
  return {
    id,
    site: site ?? '',
    page: nearDuplicates ? signatureOf(text) : null,
    kept: nearDuplicates ? signatureOf(keptTexts.join('\n'), fewestKept) : null,
    labels,
  }
}
