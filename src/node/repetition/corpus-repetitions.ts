import type { ColumnRows } from '../../core/columns/column-values.ts'
import type { Request, Value, WinnowEvent } from '../../core/contract.ts'
import { say } from '../../core/sentences/say.ts'
import { SerialTasks } from '../../core/serial-tasks.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import type { EventHub } from '../event-hub.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { ProjectStore } from '../project-store.ts'
import { TaskThread } from '../task-thread.ts'
import { forThread } from '../thread-documents.ts'
import {
  type RepetitionTask,
  readProgressSchema,
  repetitionAnswers,
  type ThreadCorpus,
} from './repetition-task.ts'

/** How many corpora keep their index in memory at a time; the one unused for longest goes first. */
const mostThreads = 3

type Thread = TaskThread<RepetitionTask>

interface Known {
  readonly thread: Thread
  /** The corpus as the thread was last told of it. */
  corpus: OpenCorpus
}

/** The repeated lines of the corpora that are open in this process, each counted in a thread of its own. */
export class CorpusRepetitions {
  readonly #events: EventHub
  readonly #program: string | undefined
  /** By corpus, the one used last at the end. */
  readonly #threads = new Map<string, Known>()
  readonly #lookups = new SerialTasks()
  readonly #unsubscribe: () => void

  /** @param program the built `repetition-worker`; where there is none, nothing is counted */
  constructor(events: EventHub, program: string | undefined) {
    this.#events = events
    this.#program = program
    this.#unsubscribe = events.subscribe((event) => this.#onEvent(event))
  }

  /** Begins to read the corpus in the background, or what changed in it since. @throws WinnowError */
  async follow(corpus: OpenCorpus): Promise<void> {
    if (this.#program !== undefined) await this.#threadOf(corpus, this.#program)
  }

  /** Counts the corpus anew by its present rule. @throws WinnowError */
  async ruleChanged(corpus: OpenCorpus): Promise<void> {
    const known = this.#threads.get(corpus.folder.id)
    if (known) await tellDocuments(known.thread, corpus)
  }

  /** @throws WinnowError */
  async repeatsOf(
    corpus: OpenCorpus,
    { document, bounds }: Request<'repeatsOfDocument'>,
  ): Promise<Value<'repeatsOfDocument'>> {
    const [counts] = await this.count(corpus, [{ document, bounds: Uint32Array.from(bounds) }])
    if (!counts) throw new Error('the thread answers for each document')
    return counts
  }

  /** How often the lines of segments stand in the corpus, for several documents at once. @throws WinnowError */
  async count(
    corpus: OpenCorpus,
    segments: { document: string; bounds: Uint32Array<ArrayBuffer> }[],
  ): Promise<Value<'repeatsOfDocument'>[]> {
    const thread = await this.#running(corpus)
    return thread.ask({ kind: 'count', segments }, repetitionAnswers.count)
  }

  /** @throws WinnowError */
  async list(corpus: OpenCorpus, request: Request<'listRepeats'>): Promise<Value<'listRepeats'>> {
    const thread = await this.#running(corpus)
    return thread.ask({ kind: 'list', request }, repetitionAnswers.list)
  }

  /**
   * Those of `documents` that may have one of the lines with these keys; waits until all have been read. All of them
   * where nothing is counted. None if `signal` is aborted meanwhile. @throws WinnowError
   */
  async find(
    corpus: OpenCorpus,
    documents: string[],
    keys: readonly string[],
    signal: AbortSignal,
  ): Promise<string[]> {
    if (this.#program === undefined) return documents
    const thread = await this.#threadOf(corpus, this.#program)
    const asked = thread.ask({ kind: 'find', keys: [...keys] }, repetitionAnswers.find)
    const found = await Promise.race([asked, aborted(signal)])
    if (found === null) return []
    const having = new Set(found)
    return documents.filter((document) => having.has(document))
  }

  /**
   * How many of its lines each document shares with others, in percent; waits until all have been read. None if `signal`
   * is aborted meanwhile. @throws WinnowError
   */
  async shares(corpus: OpenCorpus, signal: AbortSignal): Promise<ColumnRows[]> {
    const thread = await this.#running(corpus)
    const asked = thread.ask({ kind: 'shares' }, repetitionAnswers.shares)
    return (await Promise.race([asked, aborted(signal)])) ?? []
  }

  /** The labels of a document are others than its edits tell. */
  settled(corpus: string, document: string): void {
    this.#relabelled(corpus, [document])
  }

  async close(): Promise<void> {
    this.#unsubscribe()
    await this.#lookups.idle()
    await Promise.all([...this.#threads.values()].map(({ thread }) => end(thread)))
    this.#threads.clear()
  }

  #running(corpus: OpenCorpus): Promise<Thread> {
    if (this.#program === undefined)
      throw new WinnowError(
        'not-here',
        say`This Winnow counts no lines. Open the corpus in its window instead.`,
      )
    return this.#threadOf(corpus, this.#program)
  }

  #threadOf(corpus: OpenCorpus, program: string): Promise<Thread> {
    return this.#lookups.run(() => this.#lookUp(corpus, program))
  }

  async #lookUp(corpus: OpenCorpus, program: string): Promise<Thread> {
    const { id } = corpus.folder
    const known = this.#threads.get(id)
    this.#threads.delete(id)
    if (known && !known.thread.over && sameLabels(known.corpus, corpus)) {
      this.#threads.set(id, known)
      if (known.corpus !== corpus) await tellDocuments(known.thread, corpus)
      known.corpus = corpus
      return known.thread
    }
    if (known) await end(known.thread)
    const thread: Thread = new TaskThread(program, await threadCorpus(corpus), (told) =>
      this.#events.emit('repetition-progress', { corpus: id, ...readProgressSchema.parse(told) }),
    )
    this.#threads.set(id, { thread, corpus })
    const [oldest] = this.#threads
    if (this.#threads.size > mostThreads && oldest) {
      this.#threads.delete(oldest[0])
      await end(oldest[1].thread)
    }
    return thread
  }

  #onEvent(event: WinnowEvent): void {
    if (event.name === 'label-set-changed' && event.payload.relabelled)
      this.#relabelled(event.payload.corpus, null)
    if (event.name === 'annotation-changed') this.#relabelled(event.payload.corpus, [event.payload.document])
  }

  #relabelled(corpus: string, documents: string[] | null): void {
    const thread = this.#threads.get(corpus)?.thread
    if (!thread || thread.over) return
    thread.ask({ kind: 'relabelled', documents }, repetitionAnswers.relabelled).catch(() => {
      // It ended meanwhile; a new one reads all labels anyway.
    })
  }
}

/** Lets the thread finish what it is writing, so that it leaves no half file behind. */
async function end(thread: Thread): Promise<void> {
  await thread.ask({ kind: 'stop' }, repetitionAnswers.stop).catch(() => {
    // It is over already.
  })
  await thread.close()
}

const sameLabels = (a: OpenCorpus, b: OpenCorpus): boolean =>
  a.home.path === b.home.path && a.annotator === b.annotator

async function threadCorpus(corpus: OpenCorpus): Promise<ThreadCorpus> {
  const { home, annotator } = corpus
  const { segmentation } = await new ProjectStore(home.path).read()
  return {
    listed: forThread(corpus),
    home: home.path,
    annotator,
    rule: segmentation,
  }
}

async function tellDocuments(thread: Thread, corpus: OpenCorpus): Promise<void> {
  const { listed, rule } = await threadCorpus(corpus)
  await thread.ask({ kind: 'read', listed, rule }, repetitionAnswers.read)
}

const aborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(null)
    signal.addEventListener('abort', () => resolve(null), { once: true })
  })
