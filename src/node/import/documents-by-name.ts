import type { DocumentTable } from '../../core/listing/document-table.ts'
import { DocumentsByKey } from './documents-by-key.ts'

/** The documents of a corpus by their names, as far as another program may have left these. */
export class DocumentsByName {
  readonly #documents: DocumentTable
  /** By the names of their files without an ending. */
  #index: DocumentsByKey | null = null

  constructor(documents: DocumentTable) {
    this.#documents = documents
  }

  /**
   * The document with this id; else those that have this id, or the name of its file, without regard to an ending or to
   * the folder, whichever fits first. Looks through the whole corpus the first time that there is none with the id.
   */
  find(id: string): readonly string[] {
    if (this.#documents.has(id)) return [id]
    const wanted = namesOf(id.replaceAll('\\', '/').replace(/^(\.?\/)+/, ''))
    const candidates = this.#candidates(wanted)
    for (const name of wanted) {
      const found = candidates.filter((document) => namesOf(document).includes(name))
      if (found.length > 0) return found
    }
    return []
  }

  #candidates(names: readonly string[]): string[] {
    this.#index ??= this.#read()
    return this.#index.get(...names.flatMap((name) => [fileName(name), withoutEnding(fileName(name))]))
  }

  #read(): DocumentsByKey {
    const index = new DocumentsByKey(this.#documents)
    let at = 0
    for (const document of this.#documents.ids()) index.add(withoutEnding(fileName(document)), at++)
    return index
  }
}

/** The names by which a document may be known, the most telling first. */
function namesOf(id: string): string[] {
  const name = fileName(id)
  return [id, withoutEnding(id), name, withoutEnding(name)]
}

const fileName = (id: string): string => id.slice(id.lastIndexOf('/') + 1)

const withoutEnding = (name: string): string => name.replace(/(?<=[^/])\.[^./]*$/, '')
