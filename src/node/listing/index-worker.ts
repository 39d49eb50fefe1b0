/** The program of an index thread: looks into the dumps of one corpus, or reads them. */
import { workerData } from 'node:worker_threads'
import { lowerPriority } from '../lower-priority.ts'
import { TaskPort } from '../task-port.ts'
import { indexDumps } from './index-dumps.ts'
import { type IndexTask, indexPlaceSchema, indexTaskSchema } from './index-task.ts'
import { readColumn } from './read-column.ts'
import { readTexts } from './read-texts.ts'

const port = new TaskPort()
const { folder, settings } = indexPlaceSchema.parse(workerData)
const stop = new AbortController()

port.answer(indexTaskSchema, async (task) => {
  await work(task)
  return {}
})

async function work(task: IndexTask): Promise<void> {
  const { signal } = stop
  const tell = (told: unknown): void => port.tell(told)
  switch (task.kind) {
    case 'index':
      return indexDumps(folder, task.files, settings, signal, tell)
    case 'column':
      return readColumn(folder, task.dumps, task.column, settings, signal, tell)
    case 'texts':
      lowerPriority()
      return readTexts(folder, task.files, settings, signal, tell)
    case 'stop':
      stop.abort()
  }
}
