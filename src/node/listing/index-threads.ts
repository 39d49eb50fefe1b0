import { z } from 'zod'
import type { ReaderSettings } from '../readers/reader.ts'
import { TaskThread } from '../task-thread.ts'
import { type DumpToIndex, type IndexNews, indexDumps, indexNewsSchema } from './index-dumps.ts'
import type { IndexTask } from './index-task.ts'
import { type ColumnDump, type ColumnNews, columnNewsSchema, readColumn } from './read-column.ts'
import { type ReadText, readTextSchema, readTexts, type TextToRead } from './read-texts.ts'

/** Looks into the dumps of corpora and reads them, each time in a thread that ends with it. */
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
    const onTold = (told: unknown): void => tell(indexNewsSchema.parse(told))
    await ask(this.#program, { folder, settings }, { kind: 'index', files: [...files] }, signal, onTold)
  }

  /** See `readColumn`. @throws WinnowError if the thread fails as a whole */
  async readColumn(
    folder: string,
    dumps: readonly ColumnDump[],
    column: string,
    settings: ReaderSettings,
    signal: AbortSignal,
    tell: (news: ColumnNews) => void,
  ): Promise<void> {
    if (this.#program === undefined) return readColumn(folder, dumps, column, settings, signal, tell)
    const onTold = (told: unknown): void => tell(columnNewsSchema.parse(told))
    const task = { kind: 'column' as const, dumps: [...dumps], column }
    await ask(this.#program, { folder, settings }, task, signal, onTold)
  }

  /** See `readTexts`; lets everything else go first. @throws WinnowError if the thread fails as a whole */
  async readTexts(
    folder: string,
    files: readonly TextToRead[],
    settings: ReaderSettings,
    signal: AbortSignal,
    tell: (texts: ReadText[]) => void,
  ): Promise<void> {
    if (this.#program === undefined) return readTexts(folder, files, settings, signal, tell)
    const onTold = (told: unknown): void => tell(z.array(readTextSchema).parse(told))
    await ask(this.#program, { folder, settings }, { kind: 'texts', files: [...files] }, signal, onTold)
  }
}

/** Has the task done in a thread of its own, which ends with it. */
async function ask(
  program: string,
  place: { readonly folder: string; readonly settings: ReaderSettings },
  task: IndexTask,
  signal: AbortSignal,
  onTold: (told: unknown) => void,
): Promise<void> {
  const thread = new TaskThread<IndexTask>(program, place, onTold)
  const stop = (): void => void thread.ask({ kind: 'stop' }, z.object({})).catch(() => {})
  signal.addEventListener('abort', stop, { once: true })
  try {
    if (!signal.aborted) await thread.ask(task, z.object({}))
  } finally {
    signal.removeEventListener('abort', stop)
    await thread.close()
  }
}
