import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { failureSchema } from '../core/reply.ts'
import { say, spokenLanguage } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'

/** What comes from such a thread: an answer, that there is none, or something that it tells of its own accord. */
const messageSchema = z.union([
  z.object({ id: z.int(), answer: z.unknown() }),
  z.object({ id: z.int(), failure: failureSchema }),
  z.object({ told: z.unknown() }),
])

export type ThreadMessage = z.infer<typeof messageSchema>

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: unknown) => void
}

/** A thread that is asked one thing after the other and keeps what it knows in between. */
export class TaskThread<Task> {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0
  #over: unknown = null

  /**
   * @param program the built program
   * @param onTold given what the thread tells unasked
   */
  constructor(program: string, workerData: unknown, onTold: (told: unknown) => void) {
    this.#worker = new Worker(program, { workerData })
    this.#worker.on('message', (message: unknown) => {
      const known = messageSchema.parse(message)
      if ('told' in known) {
        onTold(known.told)
        return
      }
      const waiting = this.#waiting.get(known.id)
      this.#forget(known.id)
      if ('answer' in known) waiting?.resolve(known.answer)
      else waiting?.reject(new WinnowError(known.failure.code, known.failure.message))
    })
    this.#worker.on('error', (error) => this.#end(error))
    this.#worker.on('exit', () => this.#end(new WinnowError('cancelled', say`Winnow was closed meanwhile.`)))
    // A thread that waits, or works on in the background, does not keep the process alive.
    this.#worker.unref()
  }

  /** Whether the thread has ended, so that nothing can be asked of it any more. */
  get over(): boolean {
    return this.#over !== null
  }

  /** What the thread answers, by `schema`. @throws WinnowError as the thread does, or what ended the thread */
  async ask<T extends z.ZodType>(task: Task, schema: T): Promise<z.infer<T>> {
    if (this.#over !== null) throw this.#over
    const id = ++this.#asked
    const answer = await new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.ref()
      this.#worker.postMessage({ id, task, language: spokenLanguage() })
    })
    return schema.parse(answer)
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
