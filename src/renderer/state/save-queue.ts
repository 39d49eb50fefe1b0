import type { Edit } from '../../core/edit.ts'
import type { Reply } from '../../core/reply.ts'

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly message: string }

interface Waiting {
  readonly corpus: string
  document: string
  edits: Edit[]
  /** Of work on the document, not yet told. */
  seconds: number
  sending: boolean
  trouble: string | null
  timer: ReturnType<typeof setTimeout> | undefined
  tries: number
}

export interface SaveQueueOptions {
  /** Sends edits and seconds of work; resolves once they are on the disk. */
  readonly send: (corpus: string, document: string, edits: Edit[], seconds: number) => Promise<Reply<unknown>>
  /** Runs what sends edits once the window shows them. */
  readonly afterPaint: (task: () => void) => void
  readonly onState: (state: SaveState) => void
  /** Edits that can never be saved since the labels on the disk are others by now. */
  readonly onConflict: (corpus: string, document: string, message: string) => void
}

const keyOf = ({ corpus, document }: Pick<Waiting, 'corpus' | 'document'>): string => `${corpus}/${document}`

/** Waiting time before the n-th retry of a save that failed, in ms. */
const retryDelays = [1000, 2000, 5000, 10_000, 30_000]

/**
 * Carries edits to the service in order, document by document. What could not be saved is kept and tried again, so
 * that labelling goes on meanwhile and nothing is dropped.
 */
export class SaveQueue {
  readonly #options: SaveQueueOptions
  readonly #waiting = new Map<string, Waiting>()

  constructor(options: SaveQueueOptions) {
    this.#options = options
  }

  push(corpus: string, document: string, edits: readonly Edit[], seconds: number): void {
    if (edits.length === 0 && seconds === 0) return
    const key = keyOf({ corpus, document })
    const waiting = this.#waiting.get(key) ?? {
      corpus,
      document,
      edits: [],
      seconds: 0,
      sending: false,
      trouble: null,
      timer: undefined,
      tries: 0,
    }
    this.#waiting.set(key, waiting)
    waiting.edits.push(...edits)
    waiting.seconds += seconds
    this.#options.afterPaint(() => {
      if (waiting.timer === undefined) void this.#flush(waiting)
    })
    this.#tell()
  }

  /** Tries at once whatever waits for a retry. */
  retry(): void {
    for (const waiting of this.#waiting.values()) this.#flushNow(waiting)
  }

  /** True while a document has edits that are not on the disk. */
  holds(corpus: string, document: string): boolean {
    return this.#waiting.has(keyOf({ corpus, document }))
  }

  /** Sends what waits for the document `from` to `to` from now on, which is the same with another name. */
  follow(corpus: string, from: string, to: string): void {
    const waiting = this.#waiting.get(keyOf({ corpus, document: from }))
    if (!waiting || this.holds(corpus, to)) return
    this.#waiting.delete(keyOf(waiting))
    waiting.document = to
    this.#waiting.set(keyOf(waiting), waiting)
    this.#flushNow(waiting)
  }

  #flushNow(waiting: Waiting): void {
    clearTimeout(waiting.timer)
    waiting.timer = undefined
    void this.#flush(waiting)
  }

  async #flush(waiting: Waiting): Promise<void> {
    // What met a conflict meanwhile is given up.
    if (this.#waiting.get(keyOf(waiting)) !== waiting) return
    if (waiting.sending || (waiting.edits.length === 0 && waiting.seconds === 0)) return
    waiting.sending = true
    const { edits: batch, seconds } = waiting
    waiting.edits = []
    waiting.seconds = 0
    const reply = await this.#options.send(waiting.corpus, waiting.document, batch, seconds)
    waiting.sending = false
    if (reply.ok) {
      waiting.tries = 0
      waiting.trouble = null
      if (waiting.edits.length > 0 || waiting.seconds > 0) void this.#flush(waiting)
      else this.#waiting.delete(keyOf(waiting))
    } else if (reply.code === 'labels-changed') {
      this.#waiting.delete(keyOf(waiting))
      this.#options.onConflict(waiting.corpus, waiting.document, reply.message)
    } else {
      waiting.edits = [...batch, ...waiting.edits]
      waiting.seconds += seconds
      waiting.trouble = reply.message
      const delay = retryDelays[Math.min(waiting.tries++, retryDelays.length - 1)]
      waiting.timer = setTimeout(() => {
        waiting.timer = undefined
        void this.#flush(waiting)
      }, delay)
    }
    this.#tell()
  }

  #tell(): void {
    const all = [...this.#waiting.values()]
    const failed = all.find((waiting) => waiting.trouble !== null)
    if (failed?.trouble) this.#options.onState({ kind: 'failed', message: failed.trouble })
    else this.#options.onState({ kind: all.length > 0 ? 'saving' : 'saved' })
  }
}
