import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Request, Value } from '../../core/contract.ts'
import type { PropagationOutcome, PropagationPreview } from '../../core/contract-repetition.ts'
import type { Edit } from '../../core/edit.ts'
import {
  doneAgain,
  type Flip,
  propagationEdits,
  propagationHits,
  takenBack,
} from '../../core/repetition/propagation.ts'
import { fromRule } from '../../core/segment.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { eachAtOnce } from '../each-at-once.ts'
import type { EventHub } from '../event-hub.ts'
import { Jobs } from '../jobs.ts'
import type { LabelsStore } from '../labels-store.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { ProjectStore } from '../project-store.ts'
import type { EditMaker } from '../session-hooks.ts'
import type { CorpusRepetitions } from './corpus-repetitions.ts'
import { documentsInScope, PreviewSum, readForPreview, wantedLabels } from './label-propagation.ts'

/** How many documents are read or saved at the same time: while one waits for the disk, another is worked on. */
const atOnce = 16
/** How often progress is told, in milliseconds. */
const progressEvery = 50
/** As what the edits of a propagation are told to the windows, all of which take them over. */
const client = 'propagation'

/** A propagation that can be taken back in this session. */
interface Step {
  readonly store: LabelsStore
  /** What was done, by document. */
  readonly edits: Map<string, readonly Edit[]>
  /** Whether it is taken back at present. */
  undone: boolean
}

/** What a job on documents does with one of them; it returns how many segments it changed. */
type Work = (document: string) => Promise<number>

/** Labels the repeats of lines, and takes that back. */
export class Propagations {
  readonly #events: EventHub
  readonly #repetitions: CorpusRepetitions
  readonly #jobs = new Jobs()
  /** By corpus and name. */
  readonly #steps = new Map<string, Step>()

  constructor(events: EventHub, repetitions: CorpusRepetitions) {
    this.#events = events
    this.#repetitions = repetitions
  }

  cancel(job: string): void {
    this.#jobs.cancel(job)
  }

  close(): Promise<void> {
    return this.#jobs.close()
  }

  /** What {@link propagate} would do. Writes nothing. @throws WinnowError */
  preview(corpus: OpenCorpus, request: Request<'previewPropagation'>): Promise<PropagationPreview> {
    const wanted = wantedLabels(request.lines)
    const sum = new PreviewSum(wanted)
    return this.#jobs.run(request.job, async (signal) => {
      const { segmentation } = await new ProjectStore(corpus.home.path).read()
      const documents = await this.#candidates(corpus, request, [...wanted.keys()], signal)
      const { leftOut, cancelled, trouble } = await this.#each(
        request.job,
        documents,
        signal,
        async (document) => {
          sum.add(document, await readForPreview(corpus, document, segmentation))
          return 0
        },
      )
      if (trouble !== null) throw new WinnowError('unexpected', trouble)
      for (const { document, reason } of leftOut) sum.leaveOut(document, reason)
      return sum.result(cancelled)
    })
  }

  /** @throws WinnowError, with nothing changed */
  propagate(corpus: OpenCorpus, request: Request<'propagate'>): Promise<PropagationOutcome> {
    const wanted = wantedLabels(request.lines)
    const from = request.from && ('rule' in request.from ? fromRule : request.from.document)
    return this.#jobs.run(request.job, async (signal) => {
      const documents = await this.#candidates(corpus, request, [...wanted.keys()], signal)
      const step: Step = { store: corpus.store, edits: new Map(), undone: false }
      const outcome = await this.#each(request.job, documents, signal, async (document) => {
        let edits: Edit[] = []
        const make: EditMaker = (text, annotation) => {
          const { free, others } = propagationHits(text, annotation.segments, wanted)
          const labels = request.overwrite ? new Map([...free, ...others]) : free
          edits = propagationEdits(annotation, labels, from ?? undefined)
          return edits
        }
        await corpus.store.session(document).apply(make, client)
        if (edits.length > 0) step.edits.set(document, edits)
        return labelledBy(edits)
      })
      const id = randomUUID()
      if (step.edits.size > 0) this.#steps.set(stepName(corpus, id), step)
      return { step: step.edits.size > 0 ? id : null, ...outcome }
    })
  }

  /** Takes a step back. Segments labelled otherwise since stay. @throws WinnowError, with nothing changed */
  undo(corpus: OpenCorpus, { step, job }: Request<'undoPropagation'>): Promise<Value<'undoPropagation'>> {
    return this.#flip(corpus, step, job, true)
  }

  /** Does a step again that was taken back. @throws WinnowError, with nothing changed */
  redo(corpus: OpenCorpus, { step, job }: Request<'redoPropagation'>): Promise<Value<'redoPropagation'>> {
    return this.#flip(corpus, step, job, false)
  }

  #flip(corpus: OpenCorpus, id: string, job: string, undo: boolean): Promise<Value<'undoPropagation'>> {
    const step = this.#steps.get(stepName(corpus, id))
    if (!step || step.undone === undo)
      throw new WinnowError(
        'bad-request',
        undo
          ? say`There is no such step to take back in this session. Nothing was changed.`
          : say`There is no such step to do again in this session. Nothing was changed.`,
      )
    return this.#jobs.run(job, async (signal) => {
      let kept = 0
      const outcome = await this.#each(job, [...step.edits.keys()], signal, async (document) => {
        const edits = step.edits.get(document) ?? []
        let flip: Flip = { edits: [], segments: 0, kept: 0 }
        const make: EditMaker = (_text, annotation) => {
          flip = undo ? takenBack(annotation, edits) : doneAgain(annotation, edits)
          return flip.edits
        }
        await step.store.session(document).apply(make, client)
        kept += flip.kept
        return flip.segments
      })
      // One that ended early can be gone on with: what is taken back already stays so.
      if (!outcome.cancelled && outcome.trouble === null) step.undone = undo
      return { ...outcome, kept }
    })
  }

  async #candidates(
    corpus: OpenCorpus,
    request: Parameters<typeof documentsInScope>[1],
    keys: readonly string[],
    signal: AbortSignal,
  ): Promise<string[]> {
    return this.#repetitions.find(corpus, documentsInScope(corpus, request), keys, signal)
  }

  /** Does `work` for the documents; those that cannot be dealt with are left out by name, a failing disk ends it. */
  async #each(
    job: string,
    documents: readonly string[],
    signal: AbortSignal,
    work: Work,
  ): Promise<Omit<PropagationOutcome, 'step'>> {
    const outcome: Omit<PropagationOutcome, 'step'> = {
      documents: 0,
      segments: 0,
      leftOut: [],
      cancelled: signal.aborted,
      trouble: null,
    }
    let done = 0
    let told = Number.NEGATIVE_INFINITY
    await eachAtOnce(documents, atOnce, async (document) => {
      // Lets a cancellation in, and the other work of this process.
      await nextTurn()
      if (signal.aborted) outcome.cancelled = true
      if (outcome.cancelled || outcome.trouble !== null) return
      try {
        const segments = await work(document)
        if (segments > 0) outcome.documents++
        outcome.segments += segments
      } catch (error) {
        if (!(error instanceof WinnowError)) throw error
        if (error.code === 'not-saved' || error.code === 'read-only') outcome.trouble = error.message
        else outcome.leftOut.push({ document, reason: error.message })
      }
      done++
      if (performance.now() - told < progressEvery) return
      told = performance.now()
      this.#events.emit('job-progress', { job, done, total: documents.length })
    })
    this.#events.emit('job-progress', { job, done, total: documents.length })
    return outcome
  }
}

const stepName = (corpus: OpenCorpus, id: string): string => `${corpus.folder.id} ${id}`

const labelledBy = (edits: readonly Edit[]): number =>
  edits.reduce(
    (sum, edit) => sum + (edit.kind === 'label' ? edit.runs.reduce((count, run) => count + run.count, 0) : 0),
    0,
  )
