/** The program of an index thread: looks into the dumps of one corpus, or reads a column of them. */
import { parentPort, workerData } from 'node:worker_threads'
import { failureOf } from '../../core/reply.ts'
import type { ThreadMessage } from '../task-thread.ts'
import { indexDumps } from './index-dumps.ts'
import { type IndexTask, indexPlaceSchema, numberedTaskSchema } from './index-task.ts'
import { readColumn } from './read-column.ts'

const port = parentPort
if (!port) throw new Error('This program runs in a worker thread only.')
const send = (message: ThreadMessage): void => port.postMessage(message)

const { folder, settings } = indexPlaceSchema.parse(workerData)
const stop = new AbortController()

port.on('message', (message: unknown) => {
  const { id, task } = numberedTaskSchema.parse(message)
  work(task).then(
    () => send({ id, answer: {} }),
    (error: unknown) => {
      const failure = failureOf(error)
      if (!failure.ok) send({ id, failure })
    },
  )
})

async function work(task: IndexTask): Promise<void> {
  const tell = (told: unknown): void => send({ told })
  if (task.kind === 'stop') stop.abort()
  else if (task.kind === 'index') await indexDumps(folder, task.files, settings, stop.signal, tell)
  else await readColumn(folder, task.dumps, task.column, settings, stop.signal, tell)
}
