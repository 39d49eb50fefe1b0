import { Worker } from 'node:worker_threads'
import type { FoundDocument } from '../core/contract-search.ts'
import { DocumentTable } from '../core/listing/document-table.ts'
import { say, spokenLanguage } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import {
  clockFields,
  newClock,
  type SearchAnswer,
  type SearchTask,
  searchAnswerSchema,
} from './search-task.ts'

/** For how long a regular expression may search one document, in milliseconds. */
export const longestSearch = 2000
/** How often a search is looked after, in milliseconds. */
const lookEvery = 50

/** What is asked for, without what each search is given. Not Omit alone, which would lose what belongs to each kind. */
type Asked<T> = T extends unknown ? Omit<T, 'clock' | 'language'> : never
type Answer<K extends SearchAnswer['kind']> = Extract<SearchAnswer, { kind: K }>

/** What a search that is under way tells and heeds. */
export interface SearchHooks {
  readonly onFound: (done: number, total: number, found: FoundDocument[]) => void
  readonly signal: AbortSignal
}

/**
 * Runs searches in threads of their own, so that no search, not even a regular expression that takes for ever, holds up
 * anything else. One thread is kept for the next search.
 */
export class SearchThreads {
  readonly #program: string
  #idle: Worker | null = null

  /** @param program the built `search-worker` */
  constructor(program: string) {
    this.#program = program
  }

  /** @throws WinnowError: what the search thread throws, `search-too-slow`, or `cancelled` */
  async run<K extends SearchTask['kind']>(
    task: Asked<SearchTask> & { readonly kind: K },
    hooks: SearchHooks,
  ): Promise<Answer<K>> {
    const worker = this.#idle ?? new Worker(this.#program)
    this.#idle = null
    worker.ref()
    try {
      const answer = await this.#watch(worker, task, hooks)
      this.#keep(worker)
      if (answer.kind === 'failed') throw new WinnowError(answer.code, answer.message)
      // A thread answers with the kind it was asked for; TypeScript cannot follow the name through the union.
      return answer as Answer<K>
    } catch (error) {
      if (worker !== this.#idle) await worker.terminate()
      throw error
    }
  }

  async close(): Promise<void> {
    await this.#idle?.terminate()
    this.#idle = null
  }

  #keep(worker: Worker): void {
    if (this.#idle) {
      void worker.terminate()
      return
    }
    this.#idle = worker
    // A thread that waits does not keep the process alive.
    worker.unref()
  }

  #watch(
    worker: Worker,
    task: Asked<SearchTask>,
    { onFound, signal }: SearchHooks,
  ): Promise<Exclude<SearchAnswer, { kind: 'found' }>> {
    const clock = newClock()
    const ended = new AbortController()
    return new Promise<Exclude<SearchAnswer, { kind: 'found' }>>((resolve, reject) => {
      let seen = 0
      let since = performance.now()
      let stopping = 0
      const look = setInterval(() => {
        const run = Atomics.load(clock, clockFields.run)
        const now = performance.now()
        if (run !== seen) since = now
        seen = run
        if (signal.aborted && now - stopping > 4 * lookEvery) reject(cancelled())
        else if (task.query.regex && run !== 0 && now - since > longestSearch)
          reject(tooSlow(task, Atomics.load(clock, clockFields.document)))
      }, lookEvery)
      ended.signal.addEventListener('abort', () => clearInterval(look))
      const stop = (): void => {
        stopping = performance.now()
        Atomics.store(clock, clockFields.stop, 1)
      }
      if (signal.aborted) stop()
      signal.addEventListener('abort', stop, { signal: ended.signal })
      const onMessage = (message: unknown): void => {
        const answer = searchAnswerSchema.parse(message)
        if (answer.kind === 'found') {
          if (!signal.aborted) onFound(answer.done, answer.total, answer.found)
        } else if (signal.aborted) reject(cancelled())
        else resolve(answer)
      }
      worker.on('message', onMessage)
      worker.on('error', reject)
      ended.signal.addEventListener('abort', () => {
        worker.off('message', onMessage)
        worker.off('error', reject)
      })
      worker.postMessage({ ...task, language: spokenLanguage(), clock })
    }).finally(() => ended.abort())
  }
}

const cancelled = (): WinnowError => new WinnowError('cancelled', say`The search was cancelled.`)

function tooSlow(task: Asked<SearchTask>, index: number): WinnowError {
  const document = task.kind === 'corpus' ? DocumentTable.of(task.listed.table).idAt(index) : task.document
  return new WinnowError(
    'search-too-slow',
    say`The regular expression “${task.query.text}” was stopped after ${longestSearch / 1000} seconds in “${document}”: it tries too many ways to match. Make it simpler, for example without repetitions inside repetitions.`,
  )
}
