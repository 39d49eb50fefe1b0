import type { ReaderSettings } from '../readers/reader.ts'
import type { CorpusListing } from './corpus-listing.ts'
import type { IndexThreads } from './index-threads.ts'
import type { TextToRead } from './read-texts.ts'

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
    const files = this.#listing.table.files.flatMap((file): TextToRead[] => {
      const { id, version, reader, language = '' } = file
      return file.records === null && file.sha256 === undefined ? [{ id, version, reader, language }] : []
    })
    if (files.length === 0 || signal.aborted) return
    let learned = false
    try {
      await this.#threads.readTexts(this.#folder, files, settings, signal, (texts) => {
        learned = true
        this.#listing.learn(texts)
      })
    } finally {
      if (learned) await this.#listing.keep()
    }
  }
}
