import type { DocumentTable } from '../../core/listing/document-table.ts'

/** Documents by keys that mostly belong to one each. Small, as there may be a million. */
export class DocumentsByKey {
  readonly #documents: DocumentTable
  /** Indices in the table. */
  readonly #byKey = new Map<string, number | number[]>()

  constructor(documents: DocumentTable) {
    this.#documents = documents
  }

  /** @param index that of the document in the table */
  add(key: string, index: number): void {
    const known = this.#byKey.get(key)
    if (known === undefined) this.#byKey.set(key, index)
    else if (typeof known === 'number') {
      if (known !== index) this.#byKey.set(key, [known, index])
    } else if (!known.includes(index)) known.push(index)
  }

  /** The ids of the documents with one of these keys, each once, in the order of the table. */
  get(...keys: readonly string[]): string[] {
    const indices = new Set(keys.flatMap((key) => this.#byKey.get(key) ?? []))
    return [...indices].sort((a, b) => a - b).map((index) => this.#documents.idAt(index))
  }
}
