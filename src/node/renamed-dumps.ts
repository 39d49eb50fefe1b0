import type { DumpFacts } from '../core/labels-file.ts'
import type { DocumentTable } from '../core/listing/document-table.ts'
import { WinnowError } from '../core/winnow-error.ts'
import type { DocumentSource } from './document-source.ts'

/** Finds dumps by their content that were renamed or moved since they were labelled. */
export class RenamedDumps {
  readonly #source: DocumentSource
  /** The files that are one document each, by their size: only those of the same size are read. */
  readonly #bySize = new Map<number, string[]>()

  constructor(source: DocumentSource, documents: DocumentTable) {
    this.#source = source
    for (const { id, bytes, records } of documents.files) {
      if (records !== null) continue
      const known = this.#bySize.get(bytes)
      if (known) known.push(id)
      else this.#bySize.set(bytes, [id])
    }
  }

  /** The documents whose bytes are those that were labelled, sorted. */
  async find({ bytes, sha256 }: DumpFacts): Promise<string[]> {
    const found: string[] = []
    for (const id of this.#bySize.get(bytes) ?? [])
      try {
        if ((await this.#source.read(id)).sha256 === sha256) found.push(id)
      } catch (error) {
        // One that cannot be read cannot be told to be it.
        if (!(error instanceof WinnowError)) throw error
      }
    return found.sort()
  }
}
