import type { ReadDocument } from '../../core/datasets/read-document.ts'
import { refused } from '../../core/import/refused.ts'
import { say } from '../../core/sentences/say.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { DocumentsByContent } from './documents-by-content.ts'
import { DocumentsByName } from './documents-by-name.ts'

/** Finds the documents of a corpus that files of labels are about. */
export class DocumentMatcher {
  readonly #corpus: OpenCorpus
  readonly #byContent: DocumentsByContent
  readonly #byName: DocumentsByName

  constructor(corpus: OpenCorpus) {
    this.#corpus = corpus
    this.#byContent = new DocumentsByContent(corpus)
    this.#byName = new DocumentsByName(corpus.documents)
  }

  /**
   * The document of the name that the file says, if it has the content that the file says. Else, where the file says the
   * content, the only one that has it; where it does not, the only one of that name, or of that URL. Without offsets the
   * content need not be the same: how much of it is found tells whether it is the document.
   * @throws WinnowError `record-refused` saying why there is none, or that there are several
   */
  async find(read: ReadDocument): Promise<string> {
    const { id, url } = read
    const named = id === null ? [] : this.#byName.find(id)
    const [byName] = named
    const isFree = read.spans === null
    if (named.length === 1 && byName !== undefined && (isFree || (await this.#hasContent(byName, read))))
      return byName
    if (read.text !== null || read.sha256 !== null) {
      const found = await this.#ofContent(read, named)
      if (found.length > 0 || !isFree) return this.#only(found, read)
    }
    if (named.length > 0) throw refused(say`More than one document has this name: ${listed(named)}.`)
    if (url !== null) {
      const found = await this.#byContent.ofUrl(url)
      const [only] = found
      if (only !== undefined && found.length === 1) return only
      if (found.length > 1) throw refused(say`More than one document is from ${url}: ${listed(found)}.`)
    }
    throw refused(
      id === null && url === null
        ? say`It does not say which document it is about.`
        : url === null
          ? say`The corpus has no document of this name.`
          : say`The corpus has no document of this name or URL.`,
    )
  }

  /** Those with its content; of several, those that it names. */
  async #ofContent(read: ReadDocument, named: readonly string[]): Promise<readonly string[]> {
    const found = await this.#byContent.find(read)
    const both = found.filter((document) => named.includes(document))
    return both.length > 0 ? both : found
  }

  #only(found: readonly string[], { id }: ReadDocument): string {
    const [only] = found
    if (only !== undefined && found.length === 1) return only
    const isNamed = id !== null && this.#corpus.documents.has(id)
    throw refused(only === undefined ? noneOfText(id, isNamed) : severalOfText(id, isNamed, listed(found)))
  }

  /** Whether the document has what the file says; what it does not say, it cannot say wrongly. */
  async #hasContent(document: string, { text, sha256 }: ReadDocument): Promise<boolean> {
    if (text === null && sha256 === null) return true
    const dump = await this.#corpus.source.read(document)
    return text === null ? sha256 === dump.sha256 : text === dump.text
  }
}

function noneOfText(id: string | null, isNamed: boolean): string {
  if (isNamed) return say`The document of this name has another text, and no other one has this text.`
  return id === null
    ? say`It names no document, and no other one has this text.`
    : say`The corpus has no document of this name, and no other one has this text.`
}

function severalOfText(id: string | null, isNamed: boolean, names: string): string {
  if (isNamed)
    return say`The document of this name has another text, and more than one has this text: ${names}.`
  return id === null
    ? say`It names no document, and more than one has this text: ${names}.`
    : say`The corpus has no document of this name, and more than one has this text: ${names}.`
}

const mostListed = 5

const listed = (documents: readonly string[]): string =>
  documents.length > mostListed
    ? say`${documents.slice(0, mostListed).join(', ')} and ${documents.length - mostListed} more`
    : say`${documents.slice(0, -1).join(', ')} and ${documents.at(-1) ?? ''}`
