import type { Value } from '../../core/contract.ts'
import type { LabelSet } from '../../core/label-set.ts'
import type { SegmentationRule } from '../../core/segmentation/rules.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import type { AskedSegments } from '../repetition/repetition-task.ts'
import { TaskThread } from '../task-thread.ts'
import { forThread } from '../thread-documents.ts'
import {
  type RepetitionCounts,
  type SuggestionTask,
  suggestionAnswers,
  toldSchema,
} from './suggestion-task.ts'

/** For how long the annotator has to pause before the model learns from a document in progress, in milliseconds. */
const pause = 800

/** What a model begins with and tells of itself. */
export interface CorpusModelHooks {
  /** The version of the model before this one; 0 if there was none. */
  readonly version: number
  readonly begunWith: LabelSet
  /** The label set as it is now. */
  readonly labelSet: () => Promise<LabelSet>
  /** How often the lines of segments stand in the corpus. */
  readonly repeats: (segments: AskedSegments[]) => Promise<RepetitionCounts[]>
  readonly onLearned: (learned: { documents: number; version: number; milliseconds: number }) => void
  /** Told once why the model cannot learn; it goes on suggesting what it did. */
  readonly onTrouble: (error: unknown) => void
}

/** The model of one annotator in one corpus. It learns in a thread of its own whenever labels have changed. */
export class CorpusModel {
  /** The corpus as it was when the model was begun. */
  readonly corpus: OpenCorpus
  readonly #hooks: CorpusModelHooks
  readonly #thread: TaskThread<SuggestionTask>
  /** Documents whose labels changed since the model last learned; null: whichever did. */
  #changed: Set<string> | null = null
  #learning: Promise<void> | null = null
  #timer: NodeJS.Timeout | null = null
  #version: number
  #learned = 0
  /** Whether the model has yet to be told how often lines stand in the corpus. */
  #repeated = false
  #onProgress: ((done: number, total: number) => void) | null = null
  #troubled = false
  #closed = false

  /** @param program the built `suggestion-worker` */
  constructor(program: string, corpus: OpenCorpus, hooks: CorpusModelHooks) {
    const { annotator, home } = corpus
    this.corpus = corpus
    this.#hooks = hooks
    this.#version = hooks.version
    this.#thread = new TaskThread(
      program,
      {
        listed: forThread(corpus),
        home: home.path,
        annotator,
        labelSet: hooks.begunWith,
        version: hooks.version,
      },
      (told) => this.#onTold(told),
    )
    this.#learn()
  }

  /** Grows by one each time the model learns. */
  get version(): number {
    return this.#version
  }

  /** Whether its thread has ended, so that a new model has to take its place. */
  get over(): boolean {
    return this.#thread.over
  }

  async suggest(
    document: string,
    bounds: Uint32Array<ArrayBuffer>,
    first: number,
    count: number,
  ): Promise<Value<'suggestDocument'>> {
    return this.#thread.ask({ kind: 'suggest', document, bounds, first, count }, suggestionAnswers.suggest)
  }

  async next(
    count: number,
    rule: SegmentationRule,
    only: readonly string[] | null,
  ): Promise<Value<'nextDocuments'>> {
    await this.#upToDate()
    return this.#thread.ask({ kind: 'next', count, rule, only: only && [...only] }, suggestionAnswers.next)
  }

  /** Likely slips among the labels; one review at a time. @throws WinnowError */
  async review(
    signal: AbortSignal,
    onProgress: (done: number, total: number) => void,
  ): Promise<Value<'reviewLabels'>> {
    await this.#upToDate()
    const stop = (): void => void this.#thread.ask({ kind: 'stop' }, suggestionAnswers.stop).catch(() => {})
    signal.addEventListener('abort', stop, { once: true })
    this.#onProgress = onProgress
    try {
      const reviewed = this.#thread.ask({ kind: 'review' }, suggestionAnswers.review)
      if (signal.aborted) stop()
      return await reviewed
    } finally {
      signal.removeEventListener('abort', stop)
      this.#onProgress = null
    }
  }

  /** How often lines stand in the corpus is known now, or may be otherwise than before. */
  repetitionKnown(): void {
    this.#repeated = true
    this.allChanged()
  }

  /** The labels of `document` changed. The model learns at once if it is `finished`, else when the annotator pauses. */
  changed(document: string, finished: boolean): void {
    this.#changed?.add(document)
    this.#schedule(finished ? 0 : pause)
  }

  /** The label set changed, and with it maybe the labels of all documents. */
  allChanged(): void {
    this.#changed = null
    this.#schedule(0)
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#thread.close()
    await this.#learning
  }

  /** Resolves when the thread knows of all that was labelled so far, also a moment ago. */
  async #upToDate(): Promise<void> {
    if (this.#timer) this.#learn()
    while (this.#learning) await this.#learning
  }

  #onTold(told: unknown): void {
    const news = toldSchema.parse(told)
    if (news.kind === 'progress') this.#onProgress?.(news.done, news.total)
    else void this.#answer(news.wish, news.segments)
  }

  async #answer(wish: number, segments: AskedSegments[]): Promise<void> {
    // Suggestions need it least of all: where lines are not counted, they come without.
    const counts = await this.#hooks.repeats(segments).catch(() => [])
    await this.#thread.ask({ kind: 'repeats', wish, counts }, suggestionAnswers.repeats).catch(() => {
      // It ended meanwhile, and nobody waits for it.
    })
  }

  #schedule(milliseconds: number): void {
    if (this.#closed) return
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#learn(), milliseconds)
    this.#timer.unref()
  }

  /** Learns now, or once more when the learning that is under way is over. */
  #learn(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#learning || this.#closed) return
    const changed = this.#changed && [...this.#changed]
    this.#changed = new Set()
    this.#learning = this.#learnFrom(changed).then(
      () => {
        this.#learning = null
        if (!this.#timer && (this.#changed === null || this.#changed.size > 0)) this.#schedule(0)
      },
      (error: unknown) => {
        this.#learning = null
        // Tried again, with all labels, when the next of them changes.
        this.#changed = null
        if (!this.#closed && !this.#troubled) this.#hooks.onTrouble(error)
        this.#troubled = true
      },
    )
  }

  async #learnFrom(changed: string[] | null): Promise<void> {
    const labelSet = await this.#hooks.labelSet()
    const version = ++this.#version
    const repeated = this.#repeated
    this.#repeated = false
    const task = { kind: 'learn', labelSet, changed, version } as const
    const { documents, milliseconds } = await this.#thread.ask(task, suggestionAnswers.learn)
    this.#troubled = false
    // A model that knows nothing new suggests what it did before.
    if (documents > 0 || this.#learned > 0 || repeated)
      this.#hooks.onLearned({ documents, version, milliseconds })
    this.#learned = documents
  }
}
