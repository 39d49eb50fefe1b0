import { createHash } from 'node:crypto'
import { withoutLineEnds } from '../../core/import/through-line-ends.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { eachAtOnce } from '../each-at-once.ts'
import type { OpenCorpus } from '../open-corpora.ts'

const readAtOnce = 8

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

interface ContentIndex {
  /** By the SHA-256 of their bytes, and of their texts. */
  readonly hashes: ReadonlyMap<string, ReadonlySet<string>>
  /** By the SHA-256 of their texts without what programs change in line ends. */
  readonly plain: ReadonlyMap<string, ReadonlySet<string>>
  readonly urls: ReadonlyMap<string, ReadonlySet<string>>
}

/** The documents of a corpus by what is in them, for finding one that was renamed or moved. */
export class DocumentsByContent {
  readonly #corpus: OpenCorpus
  #index: Promise<ContentIndex> | null = null

  constructor(corpus: OpenCorpus) {
    this.#corpus = corpus
  }

  /**
   * The documents whose bytes have this SHA-256, or whose text is this one, if need be but for its line ends. Reads the
   * whole corpus the first time.
   */
  async find({ sha256, text }: { sha256: string | null; text: string | null }): Promise<string[]> {
    const { hashes, plain } = await this.#read()
    const byBytes = sha256 === null ? undefined : hashes.get(sha256)
    const byText = byBytes ?? (text === null ? undefined : hashes.get(hashOf(text)))
    return sorted(byText ?? (text === null ? undefined : plain.get(hashOf(withoutLineEnds(text)))))
  }

  /** The documents that come from this URL, as their dumps say. Reads the whole corpus the first time. */
  async ofUrl(url: string): Promise<string[]> {
    return sorted((await this.#read()).urls.get(url))
  }

  #read(): Promise<ContentIndex> {
    this.#index ??= this.#indexed()
    return this.#index
  }

  async #indexed(): Promise<ContentIndex> {
    const index = {
      hashes: new Map<string, Set<string>>(),
      plain: new Map<string, Set<string>>(),
      urls: new Map<string, Set<string>>(),
    }
    await eachAtOnce(this.#corpus.documents.ids(), readAtOnce, async (document) => {
      try {
        const { sha256, text, facts } = await this.#corpus.source.read(document)
        add(index.hashes, sha256, document)
        // The same text with a byte order mark, or without.
        add(index.hashes, hashOf(text), document)
        add(index.plain, hashOf(withoutLineEnds(text)), document)
        if (facts.url !== undefined) add(index.urls, facts.url, document)
      } catch (error) {
        // A document that cannot be read cannot be the one that is looked for.
        if (!(error instanceof WinnowError)) throw error
      }
    })
    return index
  }
}

function add(index: Map<string, Set<string>>, key: string, document: string): void {
  const known = index.get(key)
  if (known) known.add(document)
  else index.set(key, new Set([document]))
}

const sorted = (documents: ReadonlySet<string> | undefined): string[] => [...(documents ?? [])].sort()
