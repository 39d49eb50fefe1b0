import { parentPort } from 'node:worker_threads'
import { z } from 'zod'
import { failureOf } from '../core/reply.ts'
import { speak } from '../core/sentences/say.ts'
import type { ThreadMessage } from './task-thread.ts'

/** A task carries a number that its answer carries, too, and the language of whoever is told what goes wrong. */
const numbered = z.object({ id: z.int(), task: z.unknown(), language: z.enum(['en', 'vi']) })

/** The other end of a `TaskThread`, for the program that runs in it. */
export class TaskPort {
  readonly #port: NonNullable<typeof parentPort>

  constructor() {
    if (!parentPort) throw new Error('This program runs in a worker thread only.')
    this.#port = parentPort
  }

  /** Tells something unasked. */
  tell(told: unknown): void {
    this.#send({ told })
  }

  /** Answers each task, which `schema` describes, with what `work` resolves to. Several may be worked on at once. */
  answer<T extends z.ZodType>(schema: T, work: (task: z.infer<T>) => Promise<unknown>): void {
    this.#port.on('message', (message: unknown) => {
      const { id, task, language } = numbered.parse(message)
      speak(language)
      work(schema.parse(task)).then(
        (answer) => this.#send({ id, answer }),
        (error: unknown) => {
          const failure = failureOf(error)
          if (!failure.ok) this.#send({ id, failure })
        },
      )
    })
  }

  #send(message: ThreadMessage): void {
    this.#port.postMessage(message)
  }
}
