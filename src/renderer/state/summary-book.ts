import type { Summary } from '../../core/contract.ts'
import { isShownBy, type ListFilter, listFilters } from './list-filter.ts'

/** Which documents count, all if null, and of how many of them there is a summary. */
interface Scope {
  readonly documents: ReadonlySet<string> | null
  readonly known: number
}

/**
 * How far each document is that has labels. A changed book is a new object over the same maps, so that a change costs
 * the same in a corpus of 100,000 documents as in one of ten; a book that was replaced must not be read any more.
 */
export class SummaryBook {
  readonly #byDocument: Map<string, Summary>
  readonly #counts: Map<ListFilter, number>
  /** Grows when a document is new in the book, or another filter shows it than before. */
  readonly revision: number
  readonly #scope: Scope

  private constructor(
    byDocument: Map<string, Summary>,
    counts: Map<ListFilter, number>,
    revision: number,
    scope: Scope,
  ) {
    this.#byDocument = byDocument
    this.#counts = counts
    this.revision = revision
    this.#scope = scope
  }

  static empty(): SummaryBook {
    return new SummaryBook(new Map(), new Map(), 0, { documents: null, known: 0 })
  }

  /** The same summaries in a book that counts those of `documents` alone; null: of all. */
  within(documents: ReadonlySet<string> | null): SummaryBook {
    const summaries = [...this.#byDocument.values()]
    return new SummaryBook(new Map(), new Map(), this.revision, { documents, known: 0 }).with(summaries)
  }

  get(document: string): Summary | undefined {
    return this.#byDocument.get(document)
  }

  all(): Iterable<Summary> {
    return this.#byDocument.values()
  }

  /** How many documents that count are done. */
  get done(): number {
    return this.#counts.get('done') ?? 0
  }

  /** How many of the `total` documents that count `filter` shows. */
  count(filter: ListFilter, total: number): number {
    const notInBook = total - this.#scope.known
    return (this.#counts.get(filter) ?? 0) + (isShownBy(filter, undefined) ? notInBook : 0)
  }

  /** The book without the given documents. */
  without(documents: readonly string[]): SummaryBook {
    for (const document of documents) this.#byDocument.delete(document)
    return this.within(this.#scope.documents)
  }

  /** The book after the given summaries have replaced those of their documents. */
  with(summaries: readonly Summary[]): SummaryBook {
    let { revision } = this
    let { known } = this.#scope
    const { documents } = this.#scope
    for (const summary of summaries) {
      const before = this.#byDocument.get(summary.document)
      this.#byDocument.set(summary.document, summary)
      if (documents?.has(summary.document) === false) continue
      if (!before) {
        revision++
        known++
      }
      for (const filter of listFilters) {
        const was = before !== undefined && isShownBy(filter, before)
        const is = isShownBy(filter, summary)
        if (was === is) continue
        this.#counts.set(filter, (this.#counts.get(filter) ?? 0) + (is ? 1 : -1))
        revision++
      }
    }
    return new SummaryBook(this.#byDocument, this.#counts, revision, { documents, known })
  }
}
