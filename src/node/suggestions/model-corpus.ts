import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import type { Value } from '../../core/contract.ts'
import type { LabelSlip } from '../../core/contract-suggestions.ts'
import type { LabelSet } from '../../core/label-set.ts'
import type { DocumentTable } from '../../core/listing/document-table.ts'
import { ruleBook } from '../../core/repetition/rules.ts'
import { SerialTasks } from '../../core/serial-tasks.ts'
import { createLearner } from '../../core/suggestions/learner.ts'
import type { SuggestionModel } from '../../core/suggestions/model.ts'
import { nextOrder } from '../../core/suggestions/next-order.ts'
import { priorModel } from '../../core/suggestions/prior-model.ts'
import { withRules } from '../../core/suggestions/rule-suggestions.ts'
import { type Doubt, doubts, sortDoubts } from '../../core/suggestions/second-thoughts.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { RecentText } from '../recent-text.ts'
import { RulesStore } from '../repetition/rules-store.ts'
import { DocumentScores } from './document-scores.ts'
import { modelDocument } from './labels-to-learn.ts'
import { LearnedLabels } from './learned-labels.ts'
import type { RepetitionWishes } from './repetition-wishes.ts'
import { segmentsAsked } from './segments-asked.ts'
import type { SuggestionTask, ThreadCorpus } from './suggestion-task.ts'

type TaskOf<K extends SuggestionTask['kind']> = Extract<SuggestionTask, { kind: K }>

/** For how long someone who asks what to label next waits for the model to look, in milliseconds. */
const patience = 400

/** What a suggestion thread knows of its corpus: the labels it learns from, and the model that it has learned. */
export class ModelCorpus {
  readonly #wishes: RepetitionWishes
  readonly #labels: LearnedLabels
  readonly #scores: DocumentScores
  readonly #learner = createLearner()
  readonly #rules: RulesStore
  readonly #table: DocumentTable
  readonly #texts: RecentText
  #labelSet: LabelSet
  #model: SuggestionModel
  #version: number
  #learned = 0
  readonly #asked = new SerialTasks()

  constructor(corpus: ThreadCorpus, wishes: RepetitionWishes) {
    this.#wishes = wishes
    this.#labels = new LearnedLabels(corpus, wishes)
    this.#scores = new DocumentScores(corpus, this.#labels, wishes)
    this.#rules = new RulesStore(corpus.home)
    this.#table = corpus.table
    this.#texts = new RecentText(corpus.source)
    this.#labelSet = corpus.labelSet
    this.#version = corpus.version
    this.#model = priorModel(corpus.labelSet)
  }

  /** Reads the labels that changed, and learns from all labels. @throws WinnowError */
  async learn({
    labelSet,
    changed,
    version,
  }: TaskOf<'learn'>): Promise<{ documents: number; milliseconds: number }> {
    await this.#labels.read(changed)
    const start = performance.now()
    const { documents } = this.#labels
    this.#labelSet = labelSet
    this.#model = this.#learner.learn(labelSet, documents)
    this.#version = version
    this.#learned = documents.length
    return { documents: documents.length, milliseconds: Math.round(performance.now() - start) }
  }

  /**
   * What the model suggests for a part of the segments; what was asked for first is answered first.
   * @throws WinnowError if the dump cannot be read
   */
  suggest(task: TaskOf<'suggest'>): Promise<Value<'suggestDocument'>> {
    return this.#asked.run(() => this.#suggest(task))
  }

  async #suggest({
    document: id,
    bounds,
    first,
    count,
  }: TaskOf<'suggest'>): Promise<Value<'suggestDocument'>> {
    // The model may learn while the document is read; what is told of it has to be of one and the same.
    const model = this.#model
    const told = { learned: this.#learned, version: this.#version }
    const text = await this.#texts.of(id)
    const segments = segmentsAsked(id, text, bounds)
    const [repetition] = await this.#wishes.ask([{ document: id, bounds }])
    const document = modelDocument(this.#table, id, text, segments, repetition ?? [])
    const suggestions = model.suggest(document).slice(first, first + count)
    const labels = new Set(this.#labelSet.labels.map(({ name }) => name))
    const ruled = withRules(suggestions, document, first, await this.#readRules(), labels)
    return { model: told, suggestions: [...ruled] }
  }

  /** What to label next, from what the model has made of the documents so far; it goes on looking at them. */
  async next({ count, rule, only }: TaskOf<'next'>): Promise<Value<'nextDocuments'>> {
    const scored = this.#scores.score(this.#model, this.#version, rule)
    await Promise.race([scored, wait(patience)])
    const wanted = only && new Set(only)
    const waiting = this.#labels.unfinished.filter((id) => wanted?.has(id) ?? true)
    const documents = nextOrder(waiting, this.#scores.figures, count)
    return { ready: this.#scores.complete, documents }
  }

  /** The labels that a model finds unlikely which has not seen their document. @param stopped asked in between */
  async review(
    onProgress: (done: number, total: number) => void,
    stopped: () => boolean,
  ): Promise<Value<'reviewLabels'>> {
    const documents = this.#labels.documents
    const known = new Map(documents.map((document) => [document.id, document]))
    const learner = createLearner()
    const found: Doubt[] = []
    let done = 0
    let checked = 0
    onProgress(0, documents.length)
    for (const one of doubts(this.#labelSet, documents, (set, labelled) => learner.learn(set, labelled))) {
      found.push(...one.doubts)
      checked += known.get(one.document)?.labels.filter((label) => label !== null).length ?? 0
      onProgress(++done, documents.length)
      await nextTurn()
      if (stopped()) break
    }
    const slipOf = ({ document, segment, label, suggestion }: Doubt): LabelSlip => {
      const { text, segments } = known.get(document) ?? { text: '', segments: [] }
      const { start, end, by } = segments[segment] ?? { start: 0, end: 0, by: null }
      const { label: suggested, confidence, reason } = suggestion
      const line = text.slice(start, end)
      return { document, start, end, text: line, label, by: by ?? 'human', suggested, confidence, reason }
    }
    const lineOf = (doubt: Doubt): string => slipOf(doubt).text
    return { slips: sortDoubts(found, lineOf).map(slipOf), checked, cancelled: stopped() }
  }

  /** Rules that cannot be read suggest nothing; `listRules` says what is wrong. */
  async #readRules() {
    try {
      return ruleBook((await this.#rules.read()).rules)
    } catch (error) {
      if (error instanceof WinnowError) return ruleBook([])
      throw error
    }
  }
}
