import type { Request, Value } from '../core/contract.ts'
import { compileSearch } from '../core/search/find.ts'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import type { EventHub } from './event-hub.ts'
import { Jobs } from './jobs.ts'
import type { OpenCorpus } from './open-corpora.ts'
import { SearchThreads } from './search-threads.ts'
import { forThread } from './thread-documents.ts'

/** The searches of this process, each a job that can be cancelled. */
export class CorpusSearches {
  readonly #events: EventHub
  readonly #jobs = new Jobs()
  readonly #threads: SearchThreads | null

  /** @param program the built program of a search thread; searches are refused where there is none */
  constructor(events: EventHub, program: string | undefined) {
    this.#events = events
    this.#threads = program === undefined ? null : new SearchThreads(program)
  }

  cancel(job: string): void {
    this.#jobs.cancel(job)
  }

  async close(): Promise<void> {
    await this.#jobs.close()
    await this.#threads?.close()
  }

  /** The corpus is asked for within the job, which can be cancelled from its first moment. @throws WinnowError */
  async searchDocument(
    getCorpus: () => Promise<OpenCorpus>,
    { document, query, job }: Request<'searchDocument'>,
  ): Promise<Value<'searchDocument'>> {
    const threads = this.#running()
    // So that a regular expression half written is refused without a thread.
    compileSearch(query)
    return this.#jobs.run(job, async (signal) => {
      const listed = forThread(await getCorpus(), document)
      const task = { kind: 'document', query, listed, document } as const
      const { bounds, more } = await threads.run(task, { signal, onFound: () => {} })
      return { bounds, more }
    })
  }

  /** @throws WinnowError */
  async searchCorpus(
    getCorpus: () => Promise<OpenCorpus>,
    { query, label, statuses, job }: Request<'searchCorpus'>,
  ): Promise<Value<'searchCorpus'>> {
    const threads = this.#running()
    compileSearch(query)
    return this.#jobs.run(job, async (signal) => {
      const corpus = await getCorpus()
      const { home, annotator } = corpus
      const task = {
        kind: 'corpus' as const,
        query,
        listed: forThread(corpus),
        home: home.path,
        annotator,
        label,
        statuses,
      }
      const { reply } = await threads.run(task, {
        signal,
        onFound: (done, total, found) => this.#events.emit('search-found', { job, done, total, found }),
      })
      return reply
    })
  }

  #running(): SearchThreads {
    if (!this.#threads)
      throw new WinnowError(
        'not-here',
        say`This Winnow does not search. Open the corpus in its window instead.`,
      )
    return this.#threads
  }
}
