import type { DocumentTable } from '../../core/listing/document-table.ts'

/** The documents of a corpus by their names, as far as another program may have left these. */
export class DocumentsByName {
  readonly #documents: DocumentTable
  #index: ReadonlyMap<string, readonly string[]> | null = null

  constructor(documents: DocumentTable) {
    this.#documents = documents
  }

  /**
   * The document with this id; else those that have this id, or the name of its file, without regard to an ending or to
   * the folder, whichever fits first. Looks through the whole corpus the first time that there is none with the id.
   */
  find(id: string): readonly string[] {
    if (this.#documents.has(id)) return [id]
    this.#index ??= this.#read()
    const plain = id.replaceAll('\\', '/').replace(/^(\.?\/)+/, '')
    for (const key of keysOf(plain)) {
      const found = this.#index.get(key)
      if (found) return found
    }
    return []
  }

  #read(): ReadonlyMap<string, readonly string[]> {
    const index = new Map<string, string[]>()
    for (const document of this.#documents.ids())
      for (const key of keysOf(document)) {
        const known = index.get(key)
        if (known) known.push(document)
        else index.set(key, [document])
      }
    return index
  }
}

/** The names by which a document may be known, the most telling first, each once. */
function keysOf(id: string): Set<string> {
  const name = id.slice(id.lastIndexOf('/') + 1)
  return new Set([id, withoutEnding(id), name, withoutEnding(name)])
}

const withoutEnding = (name: string): string => name.replace(/(?<=[^/])\.[^./]*$/, '')
