import type { ListedFile } from '../../core/listing/document-table.ts'
import type { ReaderSettings } from '../readers/reader.ts'
import type { CorpusListing } from './corpus-listing.ts'
import type { IndexThreads } from './index-threads.ts'
import type { TextToRead } from './read-texts.ts'

/** How many files a thread is given, of which there may be a million. */
const filesAtOnce = 20_000

/** Reads, in the background, the files of one corpus that are one document each, once they are all listed. */
export class TextReading {
  readonly #folder: string
  readonly #listing: CorpusListing
  readonly #threads: IndexThreads
  readonly #log: (error: unknown) => void
  #stop = new AbortController()
  #over: Promise<void> = Promise.resolve()

  constructor(folder: string, listing: CorpusListing, threads: IndexThreads, log: (error: unknown) => void) {
    this.#folder = folder
    this.#listing = listing
    this.#threads = threads
    this.#log = log
  }

  /** Begins with what was not read yet; what was begun before ends. */
  begin(settings: ReaderSettings): void {
    this.#stop.abort()
    const stop = new AbortController()
    this.#stop = stop
    this.#over = this.#over.then(() => this.#read(settings, stop.signal)).catch(this.#log)
  }

  /** Resolves once what was begun is done. */
  finished(): Promise<void> {
    return this.#over
  }

  /** Ends it where it is; what was found out is kept. */
  async close(): Promise<void> {
    this.#stop.abort()
    await this.finished()
  }

  async #read(settings: ReaderSettings, signal: AbortSignal): Promise<void> {
    const waiting = this.#listing.table.files.filter(
      ({ records, sha256 }) => records === null && sha256 === undefined,
    )
    let learned = false
    try {
      for (let from = 0; from < waiting.length && !signal.aborted; from += filesAtOnce) {
        const files = waiting.slice(from, from + filesAtOnce).map(toRead)
        await this.#threads.readTexts(this.#folder, files, settings, signal, (texts) => {
          learned = true
          this.#listing.learn(texts)
        })
      }
    } finally {
      if (learned) await this.#listing.keep()
    }
  }
}

const toRead = ({ id, version, reader, language = '' }: ListedFile): TextToRead => ({
  id,
  version,
  reader,
  language,
})
