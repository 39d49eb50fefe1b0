import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'

/** Long tasks that a window can cancel by the name it gave them. */
export class Jobs {
  readonly #running = new Map<string, { controller: AbortController; ended: Promise<unknown> }>()

  /** Does `work`, which heeds the signal. @throws WinnowError if a job of this name runs already */
  async run<T>(name: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#running.has(name)) throw new WinnowError('bad-request', say`A job named ${name} runs already.`)
    const controller = new AbortController()
    const result = work(controller.signal)
    this.#running.set(name, { controller, ended: Promise.allSettled([result]) })
    try {
      return await result
    } finally {
      this.#running.delete(name)
    }
  }

  /** Asks the job to stop; does nothing where it is over. */
  cancel(name: string): void {
    this.#running.get(name)?.controller.abort()
  }

  /** Asks all jobs to stop, and resolves when they have. */
  async close(): Promise<void> {
    for (const { controller } of this.#running.values()) controller.abort()
    await Promise.all([...this.#running.values()].map(({ ended }) => ended))
  }
}
