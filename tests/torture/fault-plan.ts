import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { NoAnswer } from './host.ts'

/** The argument of Node that puts the fault layer under a program. */
export const faultLayer = ['--import', fileURLToPath(new URL('fault-layer.mjs', import.meta.url))] as const

export const faultCodes = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE', 'EPERM', 'EBUSY'] as const

/** Which operations fail, and how. */
export interface FaultPlan {
  /** Only operations on these paths, on what is below them, and on their siblings with more behind a dot. */
  readonly under: readonly string[]
  /** Only these, as the layer names them; any if not given. */
  readonly operations?: readonly string[]
  /** How many such operations go well before. */
  readonly at: number
  /** How many fail then. */
  readonly times: number
  /**
   * `before`: it is not done; `after`: it is done, and fails all the same; `short`: half is written, and nobody is told;
   * `short-then-fail`: half is written, then it fails; `slow`: it takes its time; `watch`: nothing fails, and what was
   * done is told with its paths.
   */
  readonly how: 'before' | 'after' | 'short' | 'short-then-fail' | 'slow' | 'watch'
  readonly code: (typeof faultCodes)[number]
  readonly milliseconds?: number
}

const answerSchema = z.object({ id: z.string(), seen: z.number(), fired: z.array(z.string()) })

/** What a plan met: how many operations it saw, and the names of those that it let fail. */
export type FaultReport = Omit<z.infer<typeof answerSchema>, 'id'>

interface Asked {
  readonly resolve: (report: FaultReport) => void
  readonly reject: (error: Error) => void
}

/** Puts plans under a host that was started with {@link faultLayer}. */
export class Faults {
  readonly #child: ChildProcess
  readonly #waiting = new Map<string, Asked>()
  #count = 0

  constructor(child: ChildProcess) {
    this.#child = child
    child.on('message', (message) => {
      const { id, ...report } = answerSchema.parse(message)
      this.#waiting.get(id)?.resolve(report)
      this.#waiting.delete(id)
    })
    child.on('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new NoAnswer('the host ended under a fault'))
    })
  }

  /** Resolves, once the plan is in force, to the function that lifts it and tells what it met. */
  async arm(plan: FaultPlan): Promise<() => Promise<FaultReport>> {
    const id = `${++this.#count}`
    await this.#ask(id, { id, plan })
    return () => this.#ask(id, { id })
  }

  #ask(id: string, message: { id: string; plan?: FaultPlan }): Promise<FaultReport> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#child.send(message)
    })
  }
}
