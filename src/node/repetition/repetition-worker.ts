/** The program of a repetition thread: counts the lines of one corpus in the background, and answers about them. */
import { getPriority, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { failureOf } from '../../core/reply.ts'
import type { ThreadMessage } from '../task-thread.ts'
import { CorpusIndex } from './corpus-index.ts'
import { numberedTaskSchema, type RepetitionTask, threadCorpusSchema } from './repetition-task.ts'

const port = parentPort
if (!port) throw new Error('This program runs in a worker thread only.')
const send = (message: ThreadMessage): void => port.postMessage(message)

const inTheBackground = 10

// Elsewhere this would be the priority of the whole process. One that was started at a lower one may not rise.
if (process.platform === 'linux' && getPriority() < inTheBackground) setPriority(0, inTheBackground)

const index = new CorpusIndex(threadCorpusSchema.parse(workerData), (progress) => send({ told: progress }))

port.on('message', (message: unknown) => {
  const { id, task } = numberedTaskSchema.parse(message)
  work(task).then(
    (answer) => send({ id, answer }),
    (error: unknown) => {
      const failure = failureOf(error)
      if (!failure.ok) send({ id, failure })
    },
  )
})

async function work(task: RepetitionTask): Promise<unknown> {
  switch (task.kind) {
    case 'read':
      index.read(task.listed, task.rule)
      return {}
    case 'relabelled':
      index.relabelled(task.documents)
      return {}
    case 'count':
      return index.count(task.segments)
    case 'list':
      return index.list(task)
    case 'find':
      return index.find(task.keys)
    case 'stop':
      await index.stop()
      return {}
  }
}
