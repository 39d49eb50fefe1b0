import { createHash } from 'node:crypto'
import { withoutLineEnds } from '../../core/import/through-line-ends.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { eachAtOnce } from '../each-at-once.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { DocumentsByKey } from './documents-by-key.ts'

const readAtOnce = 8

interface ContentIndex {
  /** By the hashes of their bytes and texts. */
  readonly hashes: DocumentsByKey
  /** By the hashes of their texts without what programs change in line ends, where that is another text. */
  readonly plain: DocumentsByKey
  readonly urls: DocumentsByKey
}

/** The documents of a corpus by what is in them, for finding one that was renamed or moved. */
export class DocumentsByContent {
  readonly #corpus: OpenCorpus
  #index: Promise<ContentIndex> | null = null

  constructor(corpus: OpenCorpus) {
    this.#corpus = corpus
  }

  /**
   * The documents whose bytes have this SHA-256 (in hexadecimal), else those whose text is this one, if need be but for
   * its line ends. Reads the whole corpus the first time.
   */
  async find({ sha256, text }: { sha256: string | null; text: string | null }): Promise<string[]> {
    const { hashes, plain } = await this.#read()
    const byBytes = sha256 === null ? [] : hashes.get(keyOf(sha256))
    if (byBytes.length > 0 || text === null) return byBytes
    const byText = hashes.get(hashOf(text))
    if (byText.length > 0) return byText
    const key = hashOf(withoutLineEnds(text))
    return [...new Set([...hashes.get(key), ...plain.get(key)])]
  }

  /** The documents that come from this URL, as their dumps say. Reads the whole corpus the first time. */
  async ofUrl(url: string): Promise<string[]> {
    return (await this.#read()).urls.get(url)
  }

  #read(): Promise<ContentIndex> {
    this.#index ??= this.#indexed()
    return this.#index
  }

  async #indexed(): Promise<ContentIndex> {
    const { documents, source } = this.#corpus
    const index = {
      hashes: new DocumentsByKey(documents),
      plain: new DocumentsByKey(documents),
      urls: new DocumentsByKey(documents),
    }
    let next = 0
    await eachAtOnce(documents.ids(), readAtOnce, async (document) => {
      const at = next++
      try {
        const { sha256, text, facts } = await source.read(document)
        index.hashes.add(keyOf(sha256), at)
        // The same text with a byte order mark, or without.
        index.hashes.add(hashOf(text), at)
        const plain = withoutLineEnds(text)
        if (plain !== text) index.plain.add(hashOf(plain), at)
        if (facts.url !== undefined) index.urls.add(facts.url, at)
      } catch (error) {
        // A document that cannot be read cannot be the one that is looked for.
        if (!(error instanceof WinnowError)) throw error
      }
    })
    return index
  }
}

const hashOf = (text: string): string => keyOf(createHash('sha256').update(text).digest('hex'))

/** As many digits of a hash as tell a million documents apart for certain, so that a million take little room. */
const keyOf = (sha256: string): string => sha256.slice(0, 32)
