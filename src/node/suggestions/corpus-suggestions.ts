import { isToDo } from '../../core/annotation.ts'
import type { Request, Value, WinnowEvent } from '../../core/contract.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { say } from '../../core/sentences/say.ts'
import { SerialTasks } from '../../core/serial-tasks.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import type { EventHub } from '../event-hub.ts'
import { Jobs } from '../jobs.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { ProjectStore } from '../project-store.ts'
import type { CorpusRepetitions } from '../repetition/corpus-repetitions.ts'
import { documentsOfList } from '../work-lists/work-list-store.ts'
import { CorpusModel } from './corpus-model.ts'
import { byLot } from './documents-by-lot.ts'
import { KeptLabels } from './kept-labels.ts'
import { suggestByNamed } from './named-suggestions.ts'

/** How many corpora keep their model at a time; the oldest one goes first. */
const mostModels = 3

/** What is suggested in the corpora of this process. */
export class CorpusSuggestions {
  readonly #events: EventHub
  readonly #repetitions: CorpusRepetitions
  readonly #jobs = new Jobs()
  readonly #program: string | undefined
  /** By corpus, in the order in which they were begun. */
  readonly #models = new Map<string, CorpusModel>()
  /** The last versions of models that have ended, so that no later model has the same one. */
  readonly #versions = new Map<string, number>()
  /** Corpora whose trouble was told, so that it is told once. */
  readonly #troubled = new Set<string>()
  readonly #lookups = new SerialTasks()
  readonly #asked = new SerialTasks()
  readonly #unsubscribe: () => void

  /** @param program the built program of a suggestion thread; nothing is suggested where there is none */
  constructor(events: EventHub, repetitions: CorpusRepetitions, program: string | undefined) {
    this.#events = events
    this.#repetitions = repetitions
    this.#program = program
    this.#unsubscribe = events.subscribe((event) => this.#onEvent(event))
  }

  /** In the order in which they are asked for, however long the disk takes for each. @throws WinnowError */
  async suggest(corpus: OpenCorpus, request: Request<'suggestDocument'>): Promise<Value<'suggestDocument'>> {
    const answer = await this.#asked.run(() => this.#ask(corpus, request))
    return answer()
  }

  /** Hands the request on; what this resolves to waits for its answer. */
  async #ask(
    corpus: OpenCorpus,
    request: Request<'suggestDocument'>,
  ): Promise<() => Promise<Value<'suggestDocument'>>> {
    const { document, bounds, first, count } = request
    const { suggestions } = await new ProjectStore(corpus.home.path).read()
    const { source } = suggestions
    if (suggestions.on && source !== null) return () => suggestByNamed(corpus, source, request)
    const model = await this.#modelOf(corpus)
    if (model) {
      const answer = model.suggest(document, Uint32Array.from(bounds), first, count)
      // Whoever asked is told by the same promise, a moment later.
      answer.catch(() => {})
      return () => answer
    }
    const length = Math.max(0, Math.min(count, bounds.length / 2 - first))
    const none = { model: { learned: 0, version: 0 }, suggestions: Array.from({ length }, () => null) }
    return async () => none
  }

  /** Changes what is given of the corpus's settings, and tells all windows. @throws WinnowError */
  async set(corpus: OpenCorpus, change: Omit<Request<'setSuggestions'>, 'corpus'>): Promise<void> {
    const { on, threshold, source } = change
    const project = new ProjectStore(corpus.home.path)
    await project.update(({ suggestions: before, ...others }) => ({
      ...others,
      suggestions: {
        on: on ?? before.on,
        threshold: threshold ?? before.threshold,
        source: source === undefined ? before.source : source,
      },
    }))
    const { suggestions } = await project.read()
    if (!suggestions.on) await this.#forget(corpus.folder.id)
    this.#events.emit('suggestion-settings', { corpus: corpus.folder.id, ...suggestions })
  }

  /** @throws WinnowError */
  async next(corpus: OpenCorpus, { count, list }: Request<'nextDocuments'>): Promise<Value<'nextDocuments'>> {
    const only = await documentsOfList(corpus.home.path, list)
    const model = await this.#modelOf(corpus)
    if (!model) return { ready: false, documents: await byLot(corpus, count, only) }
    const { segmentation } = await new ProjectStore(corpus.home.path).read()
    return model.next(count, segmentation, only)
  }

  /** @throws WinnowError `suggestions-off`, or `cancelled` if it was before it had begun */
  review(corpus: OpenCorpus, { job }: Request<'reviewLabels'>): Promise<Value<'reviewLabels'>> {
    return this.#jobs.run(job, async (signal) => {
      const model = await this.#modelOf(corpus)
      if (!model)
        throw new WinnowError(
          'suggestions-off',
          say`Suggestions are off in this corpus, and with them what looks for slips. Switch them on to have the labels looked at.`,
        )
      const reviewed = await model.review(signal, (done, total) =>
        this.#events.emit('job-progress', { job, done, total }),
      )
      const kept = new KeptLabels(corpus.home.path, corpus.annotator)
      return { ...reviewed, slips: await kept.without(reviewed.slips) }
    })
  }

  /** @throws WinnowError if that could not be remembered */
  async keep(corpus: OpenCorpus, { slips }: Request<'keepReviewed'>): Promise<void> {
    await new KeptLabels(corpus.home.path, corpus.annotator).add(slips)
  }

  cancel(job: string): void {
    this.#jobs.cancel(job)
  }

  /** What the annotator decided about the labels of a document that did not fit. */
  settled(corpus: string, document: string): void {
    this.#models.get(corpus)?.changed(document, true)
  }

  async close(): Promise<void> {
    this.#unsubscribe()
    await this.#jobs.close()
    await this.#lookups.idle()
    await Promise.all([...this.#models.keys()].map((corpus) => this.#forget(corpus)))
  }

  /** The model of the corpus; null where suggestions are off. Asked for in order, so given in order. @throws WinnowError */
  #modelOf(corpus: OpenCorpus): Promise<CorpusModel | null> {
    return this.#lookups.run(() => this.#lookUp(corpus))
  }

  async #lookUp(corpus: OpenCorpus): Promise<CorpusModel | null> {
    if (this.#program === undefined)
      throw new WinnowError(
        'not-here',
        say`This Winnow suggests nothing. Open the corpus in its window instead.`,
      )
    const { folder, home } = corpus
    const known = this.#models.get(folder.id)
    if (known?.corpus === corpus && !known.over) return known
    const { suggestions, labelSet } = await new ProjectStore(home.path).read()
    await this.#forget(folder.id)
    if (!suggestions.on) return null
    const model = this.#newModel(this.#program, corpus, labelSet, this.#versions.get(folder.id) ?? 0)
    this.#models.set(folder.id, model)
    const [oldest] = this.#models.keys()
    if (this.#models.size > mostModels && oldest !== undefined) void this.#forget(oldest)
    return model
  }

  #newModel(program: string, corpus: OpenCorpus, labelSet: LabelSet, version: number): CorpusModel {
    const { id, path } = corpus.folder
    return new CorpusModel(program, corpus, {
      version,
      begunWith: labelSet,
      repeats: (segments) => this.#repetitions.count(corpus, segments),
      labelSet: async () => (await new ProjectStore(corpus.home.path).read()).labelSet,
      onLearned: (learned) => {
        this.#troubled.delete(id)
        this.#events.emit('model-learned', { corpus: id, ...learned })
      },
      onTrouble: (error) => {
        if (this.#troubled.has(id)) return
        this.#troubled.add(id)
        this.#events.emit('suggestion-trouble', { corpus: id, message: trouble(path, error) })
      },
    })
  }

  async #forget(corpus: string): Promise<void> {
    const model = this.#models.get(corpus)
    this.#models.delete(corpus)
    if (!model) return
    this.#versions.set(corpus, model.version)
    await model.close()
  }

  #onEvent(event: WinnowEvent): void {
    if (event.name === 'label-set-changed') this.#models.get(event.payload.corpus)?.allChanged()
    if (event.name === 'repetition-progress' && event.payload.ready)
      this.#models.get(event.payload.corpus)?.repetitionKnown()
    if (event.name !== 'annotation-changed') return
    const { corpus, document, edits } = event.payload
    const model = this.#models.get(corpus)
    // Notes teach nothing.
    const matter = edits.filter(({ kind }) => kind !== 'note')
    if (model && matter.length > 0)
      model.changed(
        document,
        matter.some((edit) => edit.kind === 'status' && !isToDo(edit.after)),
      )
  }
}

function trouble(path: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return say`The suggestions for ${path} do not learn from new labels at present: ${reason.replace(/\.$/, '')}. All labels are safe, and labelling goes on. Open the folder again to try once more.`
}
