/** The program of a suggestion thread: learns from the labels of one annotator in one corpus, and suggests. */
import { parentPort, workerData } from 'node:worker_threads'
import { failureOf } from '../../core/reply.ts'
import { ModelCorpus } from './model-corpus.ts'
import {
  numberedTaskSchema,
  type SuggestionAnswer,
  type SuggestionTask,
  threadCorpusSchema,
} from './suggestion-task.ts'

const port = parentPort
if (!port) throw new Error('This program runs in a worker thread only.')

const corpus = new ModelCorpus(threadCorpusSchema.parse(workerData))

port.on('message', (message: unknown) => {
  const { id, task } = numberedTaskSchema.parse(message)
  const answer = (given: SuggestionAnswer): void => port.postMessage({ id, answer: given })
  work(task).then(answer, (error: unknown) => {
    const failure = failureOf(error)
    if (!failure.ok) answer({ kind: 'failed', code: failure.code, message: failure.message })
  })
})

async function work(task: SuggestionTask): Promise<SuggestionAnswer> {
  switch (task.kind) {
    case 'learn':
      return { kind: 'learn', ...(await corpus.learn(task)) }
    case 'suggest':
      return { kind: 'suggest', reply: await corpus.suggest(task) }
    case 'next':
      return { kind: 'next', reply: corpus.next(task.count) }
  }
}
