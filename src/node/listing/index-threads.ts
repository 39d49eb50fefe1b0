import { z } from 'zod'
import type { ReaderSettings } from '../readers/reader.ts'
import { TaskThread } from '../task-thread.ts'
import { type DumpToIndex, type IndexNews, indexDumps, indexNewsSchema } from './index-dumps.ts'
import type { IndexTask } from './index-task.ts'

/** Looks into the dumps of corpora, each corpus in a thread of its own that ends with it. */
export class IndexThreads {
  readonly #program: string | undefined

  /** @param program the built `index-worker`; where there is none, the work is done in this thread */
  constructor(program: string | undefined) {
    this.#program = program
  }

  /** See `indexDumps`. @throws WinnowError if the thread fails as a whole */
  async run(
    folder: string,
    files: readonly DumpToIndex[],
    settings: ReaderSettings,
    signal: AbortSignal,
    tell: (news: IndexNews) => void,
  ): Promise<void> {
    if (this.#program === undefined) return indexDumps(folder, files, settings, signal, tell)
    const thread = new TaskThread<IndexTask>(this.#program, { folder, settings }, (told) =>
      tell(indexNewsSchema.parse(told)),
    )
    const stop = (): void => void thread.ask({ kind: 'stop' }, z.object({})).catch(() => {})
    signal.addEventListener('abort', stop, { once: true })
    try {
      if (!signal.aborted) await thread.ask({ kind: 'index', files: [...files] }, z.object({}))
    } finally {
      signal.removeEventListener('abort', stop)
      await thread.close()
    }
  }
}
