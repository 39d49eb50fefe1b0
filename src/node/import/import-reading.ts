import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ImportRefusal, ImportRequest } from '../../core/contract-import.ts'
import type { ImportFormat } from '../../core/datasets/import-formats.ts'
import { readerOf } from '../../core/datasets/import-readers.ts'
import { isTrouble, type ReadDocument } from '../../core/datasets/read-document.ts'
import { chosenContent } from '../../core/import/chosen-content.ts'
import type { ReadLabels } from '../../core/import/place-labels.ts'
import { refused } from '../../core/import/refused.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { eachStreamed } from '../each-streamed.ts'
import type { EventHub } from '../event-hub.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { decodedChunks } from './decoded-chunks.ts'
import { DocumentMatcher } from './document-matcher.ts'
import type { LabelsSource } from './import-sources.ts'

/** How many documents are dealt with at the same time: while one waits for the disk, another is worked on. */
const atOnce = 16
/** How often progress is told, in milliseconds. */
const progressEvery = 50

/** What the files say about a document of the corpus. */
export interface FoundLabels {
  /** Its place in the order of the files. */
  readonly order: number
  readonly where: string
  readonly document: string
  readonly read: ReadDocument
  readonly labels: ReadLabels
}

/** What is done with what the files say. */
export interface ImportWork {
  /** Called with each that has something to take in, in order, before its document is looked for. @throws WinnowError, and it is refused */
  prepare(read: ReadDocument, labels: ReadLabels): Promise<void>
  /** Called for each document once, several at a time. @throws WinnowError, and it is refused */
  take(found: FoundLabels): Promise<void>
  /** Told of all that is not taken in. An error that it throws ends the reading. */
  refuse(refusal: ImportRefusal & { readonly order: number }, cause: WinnowError | null): void
  /** Told of everything that the files hold, also what is not asked for. */
  see?(read: ReadDocument): void
}

interface ReadNext {
  readonly order: number
  readonly where: string
  readonly read: ReadDocument
  readonly labels: ReadLabels
}

/** Reads the files of an import and finds the documents that they are about. */
export class ImportReading {
  readonly #corpus: OpenCorpus
  readonly #request: ImportRequest
  readonly #signal: AbortSignal
  readonly #events: EventHub
  readonly #matcher: DocumentMatcher
  /** Where the files said something of a document first. */
  readonly #claimed = new Map<string, string>()
  /** Resolves when all before it have found their documents, so that it does not depend on chance which one is first. */
  #turn: Promise<unknown> = Promise.resolve()
  #order = 0
  #told = Number.NEGATIVE_INFINITY

  constructor(corpus: OpenCorpus, request: ImportRequest, signal: AbortSignal, events: EventHub) {
    this.#corpus = corpus
    this.#request = request
    this.#signal = signal
    this.#events = events
    this.#matcher = new DocumentMatcher(this.#corpus)
  }

  /** @throws WinnowError `import-failed` if a file cannot be read */
  async run(files: readonly LabelsSource[], format: ImportFormat, work: ImportWork): Promise<void> {
    await eachStreamed(this.#next(files, format, work), atOnce, (next) => this.#deal(next, work))
  }

  async *#next(
    files: readonly LabelsSource[],
    format: ImportFormat,
    work: ImportWork,
  ): AsyncGenerator<ReadNext> {
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
    let before = 0
    for (const file of files) {
      const chunks = decodedChunks(file, (bytes) => this.#tell(before + bytes, total))
      for await (const read of readerOf(format).read(chunks, file.name)) {
        await nextTurn()
        if (this.#signal.aborted) return
        const order = this.#order++
        const named = files.length === 1 ? read.where || file.name : placeIn(file.name, read.where)
        if (isTrouble(read)) {
          work.refuse({ order, where: named, document: null, reason: read.reason }, null)
          continue
        }
        const labels = await this.#prepared(read, order, named, work)
        if (labels) yield { order, where: named, read, labels }
      }
      before += file.bytes
    }
    this.#events.emit('job-progress', { job: this.#request.job, done: total, total })
  }

  async #prepared(
    read: ReadDocument,
    order: number,
    where: string,
    work: ImportWork,
  ): Promise<ReadLabels | null> {
    work.see?.(read)
    const { as, of } = this.#request
    try {
      const labels = chosenContent(read, as.kind, of)
      if (labels) await work.prepare(read, labels)
      return labels
    } catch (error) {
      if (!(error instanceof WinnowError)) throw error
      work.refuse({ order, where, document: read.id, reason: error.message }, error)
      return null
    }
  }

  async #deal({ order, where, read, labels }: ReadNext, work: ImportWork): Promise<void> {
    let document = read.id
    // Looked for at once, claimed in order.
    const finding = this.#matcher.find(read)
    const claiming = Promise.allSettled([this.#turn, finding]).then(async () => {
      document = await finding
      this.#claim(document, where)
      return document
    })
    this.#turn = claiming.catch(() => {})
    try {
      await work.take({ order, where, document: await claiming, read, labels })
    } catch (error) {
      if (!(error instanceof WinnowError)) throw error
      work.refuse({ order, where, document, reason: error.message }, error)
    }
  }

  #claim(document: string, where: string): void {
    const first = this.#claimed.get(document)
    if (first !== undefined)
      throw refused(
        say`${capital(first)} is about the same document, so this one does not count. Leave one of them out.`,
      )
    this.#claimed.set(document, where)
  }

  #tell(done: number, total: number): void {
    if (performance.now() - this.#told < progressEvery) return
    this.#told = performance.now()
    this.#events.emit('job-progress', { job: this.#request.job, done, total })
  }
}

const placeIn = (file: string, where: string): string => (where === '' ? file : `${file}, ${where}`)

/** `line 3` begins a sentence as `Line 3`: in English, the other language has the place within its sentence. */
const capital = (where: string): string =>
  where.replace(/^(line|task|row)\b/, (word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
