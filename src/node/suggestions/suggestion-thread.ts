import { Worker } from 'node:worker_threads'
import { WinnowError } from '../../core/winnow-error.ts'
import {
  numberedAnswerSchema,
  type SuggestionAnswer,
  type SuggestionTask,
  type ThreadCorpus,
} from './suggestion-task.ts'

type Answer<K extends SuggestionAnswer['kind']> = Extract<SuggestionAnswer, { kind: K }>

interface Waiting {
  readonly resolve: (answer: SuggestionAnswer) => void
  readonly reject: (error: unknown) => void
}

/** A thread that learns from one annotator's labels in one corpus, so that neither holds up anything else. */
export class SuggestionThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0
  #over: unknown = null

  /** @param program the built `suggestion-worker` */
  constructor(program: string, corpus: ThreadCorpus) {
    this.#worker = new Worker(program, { workerData: corpus })
    this.#worker.on('message', (message: unknown) => {
      const { id, answer } = numberedAnswerSchema.parse(message)
      this.#waiting.get(id)?.resolve(answer)
      this.#forget(id)
    })
    this.#worker.on('error', (error) => this.#end(error))
    this.#worker.on('exit', () => this.#end(ended()))
    // A thread that waits does not keep the process alive.
    this.#worker.unref()
  }

  /** Whether the thread has ended, so that nothing can be asked of it any more. */
  get over(): boolean {
    return this.#over !== null
  }

  /** Tasks are begun in order; one that reads files lets others go first. @throws WinnowError, or what ended the thread */
  async ask<K extends SuggestionTask['kind']>(
    task: SuggestionTask & { readonly kind: K },
  ): Promise<Answer<K>> {
    if (this.#over !== null) throw this.#over
    const id = ++this.#asked
    const answer = await new Promise<SuggestionAnswer>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.ref()
      this.#worker.postMessage({ id, task })
    })
    if (answer.kind === 'failed') throw new WinnowError(answer.code, answer.message)
    // A thread answers with the kind it was asked for; TypeScript cannot follow the name through the union.
    return answer as Answer<K>
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  #forget(id: number): void {
    this.#waiting.delete(id)
    if (this.#waiting.size === 0) this.#worker.unref()
  }

  #end(error: unknown): void {
    this.#over ??= error
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

const ended = (): WinnowError => new WinnowError('cancelled', 'Winnow was closed before it suggested labels.')
