import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ColumnRows } from '../core/columns/column-values.ts'
import type { Request, Value } from '../core/contract.ts'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import type { EventHub } from './event-hub.ts'
import { Jobs } from './jobs.ts'
import type { IndexThreads } from './listing/index-threads.ts'
import type { OpenCorpus } from './open-corpora.ts'
import { readerNamed } from './readers/registry.ts'
import type { CorpusRepetitions } from './repetition/corpus-repetitions.ts'

/** How many dumps are looked into for their columns: dumps of one corpus are mostly alike. */
const mostLookedInto = 12

/** How many cells are told of at once, at least. */
const cellsAtOnce = 5000

/** Reads columns of documents for the windows that show them and keeps nothing of them. */
export class CorpusColumns {
  readonly #events: EventHub
  readonly #threads: IndexThreads
  readonly #repetitions: CorpusRepetitions
  readonly #jobs = new Jobs()

  constructor(events: EventHub, threads: IndexThreads, repetitions: CorpusRepetitions) {
    this.#events = events
    this.#threads = threads
    this.#repetitions = repetitions
  }

  cancel(job: string): void {
    this.#jobs.cancel(job)
  }

  close(): Promise<void> {
    return this.#jobs.close()
  }

  /** The columns that the first dumps of each kind have, but for the one that holds the text; each once. */
  async list({ folder, documents, source }: OpenCorpus): Promise<string[]> {
    const columns = new Set<string>()
    const withRecords = documents.files.filter(({ records }) => records !== null)
    for (const reader of new Set(withRecords.map((file) => file.reader))) {
      const { preview, columns: always } = readerNamed(reader)
      for (const column of always ?? []) columns.add(column)
      if (!preview) continue
      for (const { id, bytes } of withRecords
        .filter((file) => file.reader === reader)
        .slice(0, mostLookedInto))
        try {
          const dump = { path: join(folder.path, ...id.split('/')), id, bytes }
          const { columns: found, guess } = await preview(dump, source.settings)
          const { text = guess.text, html = guess.html } = source.settings.columns
          for (const column of found) if (column !== text && column !== html) columns.add(column)
        } catch (error) {
          // One that cannot be read is among the troubles of the listing.
          if (!(error instanceof WinnowError)) throw error
        }
    }
    return [...columns]
  }

  /** The corpus is asked for within the job, which can be cancelled from its first moment. @throws WinnowError `cancelled` */
  read(
    getCorpus: () => Promise<OpenCorpus>,
    { corpus, column, job }: Request<'readColumn'>,
  ): Promise<Value<'readColumn'>> {
    return this.#jobs.run(job, async (signal) => {
      let cells = 0
      const tell = (done: number, total: number, rows: ColumnRows[]): void => {
        for (const some of rows) cells += some.cells.length
        this.#events.emit('column-cells', { corpus, job, done, total, rows })
      }
      const open = await getCorpus()
      const unread =
        column.kind === 'repeated'
          ? await this.#readShares(open, signal, tell)
          : await this.#readRecords(open, column.path, signal, tell)
      if (signal.aborted)
        throw new WinnowError('cancelled', say`The column was not read to its end, as you stopped it.`)
      return { unread, cells }
    })
  }

  /** Returns how many dumps could not be read to their end. */
  async #readRecords(
    { folder, documents, source }: OpenCorpus,
    path: string,
    signal: AbortSignal,
    tell: (done: number, total: number, rows: ColumnRows[]) => void,
  ): Promise<number> {
    const dumps = documents.files.flatMap(({ id, reader, version, bytes, records }) =>
      records ? [{ id, reader, version, bytes }] : [],
    )
    const total = dumps.reduce((sum, { bytes }) => sum + bytes, 0)
    let behind = 0
    let unread = 0
    await this.#threads.readColumn(folder.path, dumps, path, source.settings, signal, (news) => {
      behind = Math.min(total, behind + news.done)
      if (news.unread) unread++
      tell(behind, total, news.rows ? [news.rows] : [])
    })
    return unread
  }

  async #readShares(
    corpus: OpenCorpus,
    signal: AbortSignal,
    tell: (done: number, total: number, rows: ColumnRows[]) => void,
  ): Promise<number> {
    const end = this.#events.subscribe((event) => {
      if (event.name !== 'repetition-progress' || event.payload.corpus !== corpus.folder.id) return
      tell(event.payload.done, event.payload.total, [])
    })
    let waiting: ColumnRows[] = []
    let count = 0
    const { size } = corpus.documents
    try {
      for (const { cells, ...file } of await this.#repetitions.shares(corpus, signal))
        for (let from = 0; from < cells.length; from += cellsAtOnce) {
          const some = cells.slice(from, from + cellsAtOnce)
          waiting.push({ ...file, from, cells: some })
          count += some.length
          if (count < cellsAtOnce) continue
          tell(size, size, waiting)
          waiting = []
          count = 0
          await nextTurn()
        }
    } finally {
      end()
    }
    tell(size, size, waiting)
    return 0
  }
}
