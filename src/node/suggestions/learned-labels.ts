import { setImmediate as nextTurn } from 'node:timers/promises'
import { isToDo, type Status } from '../../core/annotation.ts'
import type { Segment } from '../../core/segment.ts'
import type { LabelledModelDocument } from '../../core/suggestions/model-document.ts'
import { type LabelledDocument, LabelledDocuments, readLabelled } from '../labelled-documents.ts'
import { boundsOf, labelsOf, modelDocument, teaches } from './labels-to-learn.ts'
import type { RepetitionWishes } from './repetition-wishes.ts'
import type { ThreadCorpus } from './suggestion-task.ts'

/** How many documents are asked about at once. */
const askedAtOnce = 20

type Found = Exclude<LabelledDocument, { reason: string }>

/** A document that a model learns from; its segments say how their labels came to be. */
export type LearnedDocument = LabelledModelDocument & { readonly segments: readonly Segment[] }

/** The labels that one annotator has given in a corpus, as far as a model learns from them. */
export class LearnedLabels {
  readonly #corpus: ThreadCorpus
  readonly #wishes: RepetitionWishes
  readonly #documents = new Map<string, LearnedDocument>()
  /** Of documents that have a labels file. */
  readonly #statuses = new Map<string, Status>()
  /** Segments of documents that are begun, but not finished. */
  readonly #begun = new Map<string, readonly Segment[]>()

  constructor(corpus: ThreadCorpus, wishes: RepetitionWishes) {
    this.#corpus = corpus
    this.#wishes = wishes
  }

  /** What there is to learn from, by name. */
  get documents(): LearnedDocument[] {
    return [...this.#documents.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** The documents of the corpus that are neither done nor put aside, in their order. */
  get unfinished(): string[] {
    return this.#corpus.documents.filter((id) => isToDo(this.#statuses.get(id) ?? 'new'))
  }

  /** How an unfinished document is cut; null where nobody has cut it yet. */
  segmentsOf(document: string): readonly Segment[] | null {
    return this.#begun.get(document) ?? null
  }

  /**
   * Reads the labels anew: of these documents; null: of all. Those that cannot be read teach nothing; whoever opens
   * them is told why. @throws WinnowError if the labels cannot be listed
   */
  async read(changed: readonly string[] | null): Promise<void> {
    const { source, home, annotator, table } = this.#corpus
    let teaching: Found[] = []
    const take = async (found: LabelledDocument): Promise<void> => {
      if (this.#take(found)) teaching.push(found)
      if (teaching.length < askedAtOnce) return
      await this.#keep(teaching)
      teaching = []
    }
    if (changed)
      for (const document of changed) await take(await readLabelled(source, home, annotator, document))
    else {
      const labelled = await LabelledDocuments.find(source, home, annotator, table)
      for (const known of [this.#documents, this.#statuses, this.#begun]) known.clear()
      for await (const found of labelled.read()) {
        await take(found)
        // Lets those go first who ask for suggestions.
        await nextTurn()
      }
    }
    await this.#keep(teaching)
  }

  /** Notes how far the document is, and says whether a model learns from it. */
  #take(found: LabelledDocument): found is Found {
    const { document } = found
    this.#documents.delete(document)
    this.#statuses.delete(document)
    this.#begun.delete(document)
    if ('reason' in found) return false
    const { status, segments } = found.annotation
    this.#statuses.set(document, status)
    if (isToDo(status)) this.#begun.set(document, segments)
    return teaches(found)
  }

  async #keep(teaching: readonly Found[]): Promise<void> {
    if (teaching.length === 0) return
    const asked = teaching.map(({ document, annotation: { segments } }) => ({
      document,
      bounds: boundsOf(segments),
    }))
    const repetitions = await this.#wishes.ask(asked)
    for (const [index, { document, dump, annotation }] of teaching.entries()) {
      const { segments } = annotation
      const shown = modelDocument(this.#corpus.table, document, dump.text, segments, repetitions[index] ?? [])
      this.#documents.set(document, { ...shown, segments, labels: labelsOf(segments) })
    }
  }
}
