import { setImmediate as nextTurn } from 'node:timers/promises'
import { type SegmentationRule, segmentBy } from '../../core/segmentation/rules.ts'
import type { SuggestionModel } from '../../core/suggestions/model.ts'
import { type DocumentFigures, seededOrder } from '../../core/suggestions/next-order.ts'
import { repetitionKey } from '../../core/suggestions/normalise-line.ts'
import { suggestWhole } from '../../core/suggestions/suggest-whole.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { boundsOf, modelDocument } from './labels-to-learn.ts'
import type { LearnedLabels } from './learned-labels.ts'
import type { RepetitionWishes } from './repetition-wishes.ts'
import type { ThreadCorpus } from './suggestion-task.ts'

/** How many documents the model looks at; they are a random share of a corpus with more. */
const mostScored = 1000

/** What the model makes of documents that wait, looked at in the background. */
export class DocumentScores {
  readonly #corpus: Pick<ThreadCorpus, 'source' | 'table'>
  readonly #labels: LearnedLabels
  readonly #wishes: RepetitionWishes
  readonly #figures = new Map<string, DocumentFigures & { readonly version: number }>()
  #run = 0
  #complete = -1

  constructor(
    corpus: Pick<ThreadCorpus, 'source' | 'table'>,
    labels: LearnedLabels,
    wishes: RepetitionWishes,
  ) {
    this.#corpus = corpus
    this.#labels = labels
    this.#wishes = wishes
  }

  /** The figures as they are so far, some of them maybe of an earlier model. */
  get figures(): DocumentFigures[] {
    return [...this.#figures.values()]
  }

  /** Whether some model has looked at all documents that it looks at. */
  get complete(): boolean {
    return this.#complete >= 0
  }

  /** Looks at the documents with this model, unless that is done or under way; what an earlier one does ends. */
  async score(model: SuggestionModel, version: number, rule: SegmentationRule): Promise<void> {
    if (this.#complete === version) return
    const run = ++this.#run
    const known = new Set<string>()
    for (const { text, segments } of this.#labels.documents)
      for (const { start, end } of segments) known.add(repetitionKey(text.slice(start, end)))
    const waiting = seededOrder(this.#labels.unfinished).slice(0, mostScored)
    const still = new Set(waiting)
    for (const document of [...this.#figures.keys()]) if (!still.has(document)) this.#figures.delete(document)
    for (const document of waiting) {
      // Lets those go first who ask for suggestions, and a newer model.
      await nextTurn()
      if (run !== this.#run) return
      if (this.#figures.get(document)?.version === version) continue
      const figures = await this.#look(document, model, rule, known)
      if (figures) this.#figures.set(document, { ...figures, version })
    }
    this.#complete = version
  }

  async #look(
    id: string,
    model: SuggestionModel,
    rule: SegmentationRule,
    known: ReadonlySet<string>,
  ): Promise<DocumentFigures | null> {
    let text: string
    try {
      text = await this.#corpus.source.textWaiting(id)
    } catch (error) {
      // One that cannot be read teaches nothing; whoever opens it is told why.
      if (error instanceof WinnowError) return null
      throw error
    }
    const segments = this.#labels.segmentsOf(id) ?? segmentBy(rule, text)
    if (segments.length === 0) return null
    const [repetition] = await this.#wishes.ask([{ document: id, bounds: boundsOf(segments) }])
    const document = modelDocument(this.#corpus.table, id, text, segments, repetition ?? [])
    let unsure = 0
    for (const suggestion of suggestWhole(model, document)) unsure += 1 - (suggestion?.confidence ?? 1)
    const isNew = ({ start, end }: { start: number; end: number }): boolean =>
      !known.has(repetitionKey(text.slice(start, end)))
    return {
      document: id,
      site: document.site,
      uncertainty: unsure / segments.length,
      novelty: segments.filter(isNew).length / segments.length,
    }
  }
}
