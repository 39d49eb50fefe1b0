import { createHash } from 'node:crypto'
import { WinnowError } from '../../core/winnow-error.ts'
import { eachAtOnce } from '../each-at-once.ts'
import type { OpenCorpus } from '../open-corpora.ts'

const readAtOnce = 8

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The documents of a corpus by what is in them, for finding one that was renamed or moved. */
export class DocumentsByContent {
  readonly #corpus: OpenCorpus
  #index: Promise<ReadonlyMap<string, ReadonlySet<string>>> | null = null

  constructor(corpus: OpenCorpus) {
    this.#corpus = corpus
  }

  /** The documents whose bytes have this SHA-256 or whose text is this one. Reads the whole corpus the first time. */
  async find(content: {
    readonly sha256?: string | undefined
    readonly text?: string | undefined
  }): Promise<string[]> {
    this.#index ??= this.#read()
    const index = await this.#index
    const byBytes = content.sha256 === undefined ? undefined : index.get(content.sha256)
    const found = byBytes ?? (content.text === undefined ? undefined : index.get(hashOf(content.text)))
    return [...(found ?? [])].sort()
  }

  async #read(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const index = new Map<string, Set<string>>()
    const add = (hash: string, document: string): void => {
      const known = index.get(hash)
      if (known) known.add(document)
      else index.set(hash, new Set([document]))
    }
    await eachAtOnce(this.#corpus.documents.ids(), readAtOnce, async (document) => {
      try {
        const dump = await this.#corpus.source.read(document)
        add(dump.sha256, document)
        // The same text with a byte order mark, or without.
        add(hashOf(dump.text), document)
      } catch (error) {
        // A document that cannot be read cannot be the one that is looked for.
        if (!(error instanceof WinnowError)) throw error
      }
    })
    return index
  }
}
