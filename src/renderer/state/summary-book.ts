import type { Summary } from '../../core/contract.ts'
import { isShownBy, type ListFilter, listFilters } from './list-filter.ts'

/**
 * How far each document is that has labels. A changed book is a new object over the same maps, so that a change costs
 * the same in a corpus of 100,000 documents as in one of ten; a book that was replaced must not be read any more.
 */
export class SummaryBook {
  readonly #byDocument: Map<string, Summary>
  readonly #counts: Map<ListFilter, number>
  /** Grows when a document is new in the book, or another filter shows it than before. */
  readonly revision: number

  private constructor(byDocument: Map<string, Summary>, counts: Map<ListFilter, number>, revision: number) {
    this.#byDocument = byDocument
    this.#counts = counts
    this.revision = revision
  }

  static empty(): SummaryBook {
    return new SummaryBook(new Map(), new Map(), 0)
  }

  get(document: string): Summary | undefined {
    return this.#byDocument.get(document)
  }

  all(): Iterable<Summary> {
    return this.#byDocument.values()
  }

  /** How many documents are done. */
  get done(): number {
    return this.#counts.get('done') ?? 0
  }

  /** How many of the `total` documents of the corpus `filter` shows. */
  count(filter: ListFilter, total: number): number {
    const notInBook = total - this.#byDocument.size
    return (this.#counts.get(filter) ?? 0) + (isShownBy(filter, undefined) ? notInBook : 0)
  }

  /** The book after the given summaries have replaced those of their documents. */
  with(summaries: readonly Summary[]): SummaryBook {
    let { revision } = this
    for (const summary of summaries) {
      const before = this.#byDocument.get(summary.document)
      this.#byDocument.set(summary.document, summary)
      if (!before) revision++
      for (const filter of listFilters) {
        const was = before !== undefined && isShownBy(filter, before)
        const is = isShownBy(filter, summary)
        if (was === is) continue
        this.#counts.set(filter, (this.#counts.get(filter) ?? 0) + (is ? 1 : -1))
        revision++
      }
    }
    return new SummaryBook(this.#byDocument, this.#counts, revision)
  }
}
