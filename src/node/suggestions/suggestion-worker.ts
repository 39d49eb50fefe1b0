/** The program of a suggestion thread: learns from the labels of one annotator in one corpus, and suggests. */
import { workerData } from 'node:worker_threads'
import { TaskPort } from '../task-port.ts'
import { inThread } from '../thread-documents.ts'
import { ModelCorpus } from './model-corpus.ts'
import { RepetitionWishes } from './repetition-wishes.ts'
import { suggestCorpus } from './suggest-corpus.ts'
import {
  type SuggestionTask,
  suggestionTaskSchema,
  type Told,
  threadCorpusSchema,
} from './suggestion-task.ts'

/** How often progress is told, in milliseconds. */
const tellEvery = 50

const port = new TaskPort()
const { listed, ...parsed } = threadCorpusSchema.parse(workerData)
const { documents: table, source } = inThread(listed)
const place = { ...parsed, source, table, documents: [...table.ids()] }
const tell = (told: Told): void => port.tell(told)
const wishes = new RepetitionWishes((wish, segments) => tell({ kind: 'wish', wish, segments }))
const corpus = new ModelCorpus(place, wishes)
let stopped = false

port.answer(suggestionTaskSchema, work)

async function work(task: SuggestionTask): Promise<unknown> {
  switch (task.kind) {
    case 'learn':
      return corpus.learn(task)
    case 'suggest':
      return corpus.suggest(task)
    case 'next':
      return corpus.next(task)
    case 'review':
      stopped = false
      return corpus.review(tellNowAndThen(), () => stopped)
    case 'repeats':
      wishes.answer(task.wish, task.counts)
      return {}
    case 'corpus':
      return suggestCorpus({ ...place, ...task, onProgress: tellNowAndThen(), stopped: () => stopped })
    case 'stop':
      stopped = true
      return {}
  }
}

/** Tells how far the thread is, not more often than anyone can see. */
function tellNowAndThen(): (done: number, total: number) => void {
  let told = Number.NEGATIVE_INFINITY
  return (done, total) => {
    if (done < total && performance.now() - told < tellEvery) return
    told = performance.now()
    tell({ kind: 'progress', done, total })
  }
}
