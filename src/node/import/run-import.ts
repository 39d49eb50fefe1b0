import { type ImportRefusal, type ImportReply, mostImportItems } from '../../core/contract-import.ts'
import type { ReadDocument } from '../../core/datasets/read-document.ts'
import type { ReadLabels } from '../../core/import/place-labels.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import type { DocumentImport } from './document-import.ts'
import { firstInOrder } from './first-in-order.ts'
import type { ImportJournal } from './import-journal.ts'
import type { FoundLabels, ImportWork } from './import-reading.ts'
import type { ImportedLabels } from './imported-labels.ts'

/** Takes labels in, document by document, and remembers how to take them back. */
export class RunImport implements ImportWork {
  readonly #labels: ImportedLabels
  readonly #documents: DocumentImport
  readonly #journal: ImportJournal
  readonly #stop: () => void
  readonly #refused = firstInOrder<ImportRefusal>(mostImportItems)
  readonly #counts = { documents: 0, segments: 0, unchanged: 0 }
  #trouble: string | null = null

  /** @param stop ends the reading of the files */
  constructor(labels: ImportedLabels, documents: DocumentImport, journal: ImportJournal, stop: () => void) {
    this.#labels = labels
    this.#documents = documents
    this.#journal = journal
    this.#stop = stop
  }

  prepare(_read: ReadDocument, labels: ReadLabels): Promise<void> {
    return this.#labels.provide(labels)
  }

  async take(found: FoundLabels): Promise<void> {
    if (this.#trouble !== null) return
    try {
      const { outcome, step } = await this.#documents.take(found)
      if (step) await this.#journal.add(step)
      if (!step) this.#counts.unchanged++
      else {
        this.#counts.documents++
        this.#counts.segments += outcome.labelled
      }
    } catch (error) {
      if (!(error instanceof WinnowError)) throw error
      if (error.code !== 'not-saved' && error.code !== 'read-only') throw error
      // The disk will not take the next one either.
      this.#trouble ??= error.message
      this.#stop()
    }
  }

  refuse({ order, ...refusal }: ImportRefusal & { order: number }): void {
    this.#refused.add(order, refusal)
  }

  result(): Omit<ImportReply, 'format' | 'cancelled'> {
    return {
      step: this.#journal.isEmpty ? null : this.#journal.id,
      ...this.#counts,
      added: [...this.#labels.added],
      labels: this.#labels.report(),
      refused: this.#refused.first(),
      refusedCount: this.#refused.count,
      trouble: this.#trouble,
    }
  }
}
