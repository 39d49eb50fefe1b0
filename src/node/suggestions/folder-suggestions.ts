import type { Request, Value } from '../../core/contract.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import type { EventHub } from '../event-hub.ts'
import type { CorpusExports } from '../export/corpus-exports.ts'
import { exportFailed } from '../export/export-dataset.ts'
import { Jobs } from '../jobs.ts'
import { annotatorsIn, chooseAnnotator } from '../labels-files.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { ProjectStore } from '../project-store.ts'
import { TaskThread } from '../task-thread.ts'
import { forThread } from '../thread-documents.ts'
import { documentsOfList } from '../work-lists/work-list-store.ts'
import { type SuggestionTask, suggestionAnswers, toldSchema } from './suggestion-task.ts'

const suggestionsLayout = { kind: 'file', extension: '.jsonl' } as const

/** Writes suggestions for whole corpora, each in a thread of its own. */
export class FolderSuggestions {
  readonly #events: EventHub
  readonly #exports: CorpusExports
  readonly #program: string | undefined
  readonly #jobs = new Jobs()

  /** @param program the built program of a suggestion thread; nothing is suggested where there is none */
  constructor(events: EventHub, exports: CorpusExports, program: string | undefined) {
    this.#events = events
    this.#exports = exports
    this.#program = program
  }

  cancel(job: string): void {
    this.#jobs.cancel(job)
  }

  close(): Promise<void> {
    return this.#jobs.close()
  }

  /** @throws WinnowError, with nothing written */
  run(corpus: OpenCorpus, request: Request<'suggestCorpus'>): Promise<Value<'suggestCorpus'>> {
    const program = this.#program
    if (program === undefined)
      throw new WinnowError('not-here', say`This Winnow suggests nothing. Use the command line instead.`)
    return this.#jobs.run(request.job, (signal) => this.#run(program, corpus, request, signal))
  }

  async #run(
    program: string,
    corpus: OpenCorpus,
    { annotator: wanted, priorOnly, list, target: targetId, job }: Request<'suggestCorpus'>,
    signal: AbortSignal,
  ): Promise<Value<'suggestCorpus'>> {
    const home = corpus.home.path
    const only = await documentsOfList(home, list)
    const annotator = await teacher(home, wanted, corpus.annotator)
    const target = await this.#exports.target(corpus, annotator, 'jsonl', suggestionsLayout, targetId)
    const { labelSet, segmentation } = await new ProjectStore(home).read()
    const place = { listed: forThread(corpus), home, labelSet }
    const thread = new TaskThread<SuggestionTask>(program, { ...place, annotator, version: 0 }, (told) => {
      const news = toldSchema.parse(told)
      if (news.kind === 'progress')
        this.#events.emit('job-progress', { job, done: news.done, total: news.total })
    })
    // A thread that is stopped so removes its temporary file first.
    const stop = (): void => void thread.ask({ kind: 'stop' }, suggestionAnswers.stop).catch(() => {})
    signal.addEventListener('abort', stop, { once: true })
    try {
      const task = { kind: 'corpus', priorOnly, only, rule: segmentation, target } as const
      if (signal.aborted) stop()
      return { path: target.path, ...(await thread.ask(task, suggestionAnswers.corpus)) }
    } catch (error) {
      throw error instanceof WinnowError && error.code !== 'unexpected'
        ? error
        : exportFailed(target.path, error)
    } finally {
      await thread.close()
    }
  }
}

/** Whose labels the model learns from; where there are none at all, those that there are not yet. @throws WinnowError */
async function teacher(home: string, wanted: string | undefined, own: string): Promise<string> {
  const annotators = await annotatorsIn(home)
  return wanted ?? (annotators.length === 0 ? own : chooseAnnotator(home, undefined, own))
}
