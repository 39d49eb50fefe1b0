/** The program of a repetition thread: counts the lines of one corpus in the background, and answers about them. */
import { workerData } from 'node:worker_threads'
import { lowerPriority } from '../lower-priority.ts'
import { TaskPort } from '../task-port.ts'
import { CorpusIndex } from './corpus-index.ts'
import { type RepetitionTask, repetitionTaskSchema, threadCorpusSchema } from './repetition-task.ts'

lowerPriority()
const port = new TaskPort()
const index = new CorpusIndex(threadCorpusSchema.parse(workerData), (progress) => port.tell(progress))

port.answer(repetitionTaskSchema, work)

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
    case 'shares':
      return index.shares()
    case 'stop':
      await index.stop()
      return {}
  }
}
