import type { Summary } from '../../core/contract.ts'

/**
 * How far each document is that has labels. A changed book is a new object over the same map, so that a change costs
 * the same in a corpus of 100,000 documents as in one of ten; a book that was replaced must not be read any more.
 */
export class SummaryBook {
  readonly #byDocument: Map<string, Summary>
  readonly done: number

  private constructor(byDocument: Map<string, Summary>, done: number) {
    this.#byDocument = byDocument
    this.done = done
  }

  static empty(): SummaryBook {
    return new SummaryBook(new Map(), 0)
  }

  get(document: string): Summary | undefined {
    return this.#byDocument.get(document)
  }

  /** The book after the given summaries have replaced those of their documents. */
  with(summaries: readonly Summary[]): SummaryBook {
    let done = this.done
    for (const summary of summaries) {
      if (this.#byDocument.get(summary.document)?.status === 'done') done--
      if (summary.status === 'done') done++
      this.#byDocument.set(summary.document, summary)
    }
    return new SummaryBook(this.#byDocument, done)
  }
}
