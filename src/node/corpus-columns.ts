import { join } from 'node:path'
import type { Request, Value } from '../core/contract.ts'
import { WinnowError } from '../core/winnow-error.ts'
import type { EventHub } from './event-hub.ts'
import { Jobs } from './jobs.ts'
import type { IndexThreads } from './listing/index-threads.ts'
import type { OpenCorpus } from './open-corpora.ts'
import { readerNamed } from './readers/registry.ts'

/** How many dumps are looked into for their columns: dumps of one corpus are mostly alike. */
const mostLookedInto = 12

/** Reads metadata columns of records for the windows that show them, each time in a thread of its own. */
export class CorpusColumns {
  readonly #events: EventHub
  readonly #threads: IndexThreads
  readonly #jobs = new Jobs()

  constructor(events: EventHub, threads: IndexThreads) {
    this.#events = events
    this.#threads = threads
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
      const { folder, documents, source } = await getCorpus()
      const dumps = documents.files.flatMap(({ id, reader, version, bytes, records }) =>
        records ? [{ id, reader, version, bytes }] : [],
      )
      const total = dumps.reduce((sum, { bytes }) => sum + bytes, 0)
      let behind = 0
      let unread = 0
      const { settings } = source
      await this.#threads.readColumn(folder.path, dumps, column, settings, signal, (news) => {
        behind = Math.min(total, behind + news.done)
        if (news.unread) unread++
        this.#events.emit('column-cells', { corpus, job, done: behind, total, rows: news.rows })
      })
      if (signal.aborted)
        throw new WinnowError('cancelled', 'The column was not read to its end, as you stopped it.')
      return { unread }
    })
  }
}
