import {
  type ImportItem,
  type ImportPreview,
  type ImportRefusal,
  mostImportItems,
} from '../../core/contract-import.ts'
import type { ReadDocument } from '../../core/datasets/read-document.ts'
import type { ReadLabels } from '../../core/import/place-labels.ts'
import type { ImportChange } from '../../core/import/plan-import.ts'
import type { OffsetUnit } from '../../core/offsets.ts'
import type { WinnowError } from '../../core/winnow-error.ts'
import { type DocumentImport, MisplacedLabels } from './document-import.ts'
import { firstInOrder } from './first-in-order.ts'
import type { FoundLabels, ImportWork } from './import-reading.ts'
import type { ImportedLabels } from './imported-labels.ts'

/** The most names of annotators and models that are listed. */
const mostNames = 200
const longestExample = 200

/** Finds out what an import would do, and writes nothing. */
export class PreviewImport implements ImportWork {
  readonly #labels: ImportedLabels
  readonly #documents: DocumentImport
  readonly #items = firstInOrder<ImportItem>(mostImportItems)
  readonly #refused = firstInOrder<ImportRefusal>(mostImportItems)
  readonly #counts = new Map<ImportChange, number>()
  readonly #units = new Map<OffsetUnit, number>()
  readonly #annotators = new Set<string>()
  readonly #models = new Set<string>()
  #labelled = 0
  #aligned = { documents: 0, least: 1, sum: 0 }

  constructor(labels: ImportedLabels, documents: DocumentImport) {
    this.#labels = labels
    this.#documents = documents
  }

  see({ annotator, predictions }: ReadDocument): void {
    if (annotator !== null && this.#annotators.size < mostNames) this.#annotators.add(annotator)
    for (const { model } of predictions)
      if (model !== null && this.#models.size < mostNames) this.#models.add(model)
  }

  async prepare(_read: ReadDocument, labels: ReadLabels): Promise<void> {
    await this.#labels.provide(labels)
  }

  async take(found: FoundLabels): Promise<void> {
    const { change, labelled, others, aligned } = await this.#documents.preview(found)
    const { document, where, order } = found
    this.#counts.set(change, (this.#counts.get(change) ?? 0) + 1)
    if (change === 'new' || change === 'changed') this.#labelled += labelled
    if (aligned !== null) this.#align(aligned)
    const [first] = others
    const example = first ? { ...first, text: first.text.slice(0, longestExample) } : null
    this.#items.add(order, { document, where, change, labelled, others: others.length, example, aligned })
  }

  refuse({ order, ...refusal }: ImportRefusal & { order: number }, cause: WinnowError | null): void {
    if (cause instanceof MisplacedLabels) {
      const { unit, aligned } = cause.misplaced
      if (unit !== null) this.#units.set(unit, (this.#units.get(unit) ?? 0) + 1)
      if (aligned !== null) this.#align(aligned)
    }
    this.#refused.add(order, refusal)
  }

  result(): Omit<ImportPreview, 'format' | 'cancelled'> {
    const [unit] = [...this.#units].sort(([, a], [, b]) => b - a)
    const { documents, least, sum } = this.#aligned
    return {
      documents: {
        new: this.#counts.get('new') ?? 0,
        changed: this.#counts.get('changed') ?? 0,
        conflict: this.#counts.get('conflict') ?? 0,
        unchanged: this.#counts.get('unchanged') ?? 0,
      },
      segments: this.#labelled,
      items: this.#items.first(),
      refused: this.#refused.first(),
      refusedCount: this.#refused.count,
      labels: this.#labels.report(),
      otherUnit: unit ? { unit: unit[0], documents: unit[1] } : null,
      aligned: documents === 0 ? null : { documents, least, mean: sum / documents },
      annotators: [...this.#annotators].sort(),
      models: [...this.#models].sort(),
    }
  }

  #align(share: number): void {
    this.#aligned.documents++
    this.#aligned.least = Math.min(this.#aligned.least, share)
    this.#aligned.sum += share
  }
}
