/** The program of a search thread: does one search after the other and answers as it finds. */
import { parentPort } from 'node:worker_threads'
import { failureOf } from '../core/reply.ts'
import { compileSearch } from '../core/search/find.ts'
import { speak } from '../core/sentences/say.ts'
import { searchCorpus } from './search-corpus.ts'
import { clockFields, type SearchAnswer, type SearchTask, searchTaskSchema } from './search-task.ts'
import { inThread } from './thread-documents.ts'

/** How many matches of a document a window can use. */
const mostInDocument = 50_000

const port = parentPort
if (!port) throw new Error('This program runs in a worker thread only.')
const answer = (message: SearchAnswer): void => port.postMessage(message)

port.on('message', (message: unknown) => {
  const task = searchTaskSchema.parse(message)
  speak(task.language)
  search(task).catch((error: unknown) => {
    const failure = failureOf(error)
    if (!failure.ok) answer({ kind: 'failed', code: failure.code, message: failure.message })
  })
})

let runs = 0

async function search(task: SearchTask): Promise<void> {
  const { clock } = task
  const find = compileSearch(task.query)
  const timed = (index: number, text: string, most: number) => {
    Atomics.store(clock, clockFields.document, index)
    Atomics.store(clock, clockFields.run, ++runs)
    try {
      return find(text, most)
    } finally {
      Atomics.store(clock, clockFields.run, 0)
    }
  }
  if (task.kind === 'corpus') {
    const reply = await searchCorpus({
      task,
      find: timed,
      tell: (done, total, found) => answer({ kind: 'found', done, total, found }),
      stopped: () => Atomics.load(clock, clockFields.stop) === 1,
    })
    answer({ kind: 'corpus', reply })
    return
  }
  const { source } = inThread(task.listed)
  const text = await source.textWaiting(task.document)
  await source.close()
  const matches = timed(0, text, mostInDocument)
  const bounds = matches.flatMap(({ start, end }) => [start, end])
  answer({ kind: 'document', bounds, more: matches.length === mostInDocument })
}
