import type { Edit } from '../../core/edit.ts'
import type { Reply } from '../../core/reply.ts'
import { say } from '../../core/sentences/say.ts'
import type { ErrorCode } from '../../core/winnow-error.ts'
import { type Keep, type Kept, KeptEdits, type Unsaved } from './kept-edits.ts'

/** Why a document could not be saved; `slow` where the answer is still awaited, for a long time. */
export interface Trouble {
  readonly code: ErrorCode | 'slow'
  readonly message: string
}

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | {
      readonly kind: 'failed'
      readonly trouble: Trouble
      /** The documents with edits that are not on the disk. */
      readonly documents: readonly string[]
      /** Whether all those edits are in recovery files; the file of the only one, or the first that failed. */
      readonly kept: Kept
    }

interface Waiting {
  readonly corpus: string
  document: string
  edits: Edit[]
  /** Of work on the document, not yet told. */
  seconds: number
  /** What was sent and not answered. */
  sent: { readonly edits: Edit[]; readonly seconds: number } | null
  trouble: Trouble | null
  readonly kept: KeptEdits
  timer: ReturnType<typeof setTimeout> | undefined
  tries: number
}

export interface SaveQueueOptions {
  /** Sends edits and seconds of work; resolves once they are on the disk. */
  readonly send: (corpus: string, document: string, edits: Edit[], seconds: number) => Promise<Reply<unknown>>
  /** Keeps what could not be sent elsewhere than where it belongs. */
  readonly keep: (corpus: string, document: string, ...kept: Parameters<Keep>) => ReturnType<Keep>
  /** Runs what sends edits once the window shows them. */
  readonly afterPaint: (task: () => void) => void
  readonly onState: (state: SaveState) => void
  /** Edits that cannot be saved as they are since the labels on the disk are others by now. */
  readonly onConflict: (conflict: SaveConflict) => void
}

/** Edits that do not fit the labels on the disk. They are in a recovery file as long as nobody lets go of it. */
export interface SaveConflict {
  readonly corpus: string
  readonly document: string
  /** The sentence that says so. */
  readonly message: string
  /** All of the document that is not saved, oldest first. */
  readonly edits: readonly Edit[]
  /** Lets go of the recovery file. */
  readonly forget: () => void
}

const keyOf = ({ corpus, document }: Pick<Waiting, 'corpus' | 'document'>): string => `${corpus}/${document}`

/** After what time without an answer edits are kept elsewhere, in ms. */
const slowAfter = 5000

const slow = (): Trouble => ({
  code: 'slow',
  message: say`The disk has not answered for ${slowAfter / 1000} seconds.`,
})

/**
 * For how many times as long as a save took the next one of that document waits, and for how long at most, in ms: keys
 * that follow each other quickly are saved together, and a very long document leaves the processor to them meanwhile.
 */
const restOf = 2
const longestRest = 250

/** Waiting time before the n-th retry of a save that failed, in ms. */
const retryDelays = [1000, 2000, 5000, 10_000, 30_000]

/**
 * Carries edits to the service in order, document by document. What could not be saved is kept, here and in a recovery
 * file, and tried again, so that labelling goes on meanwhile and nothing is dropped.
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
    const waiting = this.#waiting.get(key) ?? this.#begin(corpus, document)
    this.#waiting.set(key, waiting)
    waiting.edits.push(...edits)
    waiting.seconds += seconds
    this.#options.afterPaint(() => {
      if (this.#waiting.get(keyOf(waiting)) !== waiting) return
      // The next try may be half a minute away, and the window may not live so long.
      this.#keep(waiting)
      if (waiting.timer === undefined) void this.#flush(waiting)
    })
    this.#tell()
  }

  /** Tries at once whatever waits for a retry. */
  retry(): void {
    for (const waiting of this.#waiting.values()) this.#flushNow(waiting)
  }

  /** Whether all that was pushed is on the disk. */
  get isEmpty(): boolean {
    return this.#waiting.size === 0
  }

  /** True while a document has edits that are not on the disk. */
  holds(corpus: string, document: string): boolean {
    return this.#waiting.has(keyOf({ corpus, document }))
  }

  /** The edits of a document of which this window does not know yet that they are on the disk, oldest first. */
  unsaved(corpus: string, document: string): readonly Edit[] {
    const waiting = this.#waiting.get(keyOf({ corpus, document }))
    return waiting ? unsavedOf(waiting).edits : []
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

  /** Whether the recovery file with this id is of edits that this window still tries to save. */
  keeps(id: string): boolean {
    return [...this.#waiting.values()].some(({ kept }) => kept.id === id)
  }

  #begin(corpus: string, document: string): Waiting {
    const waiting: Waiting = {
      corpus,
      document,
      edits: [],
      seconds: 0,
      sent: null,
      trouble: null,
      kept: new KeptEdits(
        (id, unsaved) => this.#options.keep(corpus, waiting.document, id, unsaved),
        () => this.#tell(),
      ),
      timer: undefined,
      tries: 0,
    }
    return waiting
  }

  #flushNow(waiting: Waiting): void {
    clearTimeout(waiting.timer)
    waiting.timer = undefined
    void this.#flush(waiting)
  }

  async #flush(waiting: Waiting): Promise<void> {
    // What met a conflict meanwhile is given up.
    if (this.#waiting.get(keyOf(waiting)) !== waiting) return
    if (waiting.sent || (waiting.edits.length === 0 && waiting.seconds === 0)) return
    const sent = { edits: waiting.edits, seconds: waiting.seconds }
    waiting.sent = sent
    waiting.edits = []
    waiting.seconds = 0
    const began = performance.now()
    const patience = setTimeout(() => this.#failed(waiting, slow()), slowAfter)
    const reply = await this.#options.send(waiting.corpus, waiting.document, sent.edits, sent.seconds)
    clearTimeout(patience)
    if (reply.ok) {
      waiting.sent = null
      waiting.tries = 0
      waiting.trouble = null
      waiting.kept.saved(unsavedOf(waiting))
      if (waiting.edits.length > 0 || waiting.seconds > 0)
        this.#flushAfter(waiting, Math.min(longestRest, restOf * (performance.now() - began)))
      else this.#waiting.delete(keyOf(waiting))
      this.#tell()
      return
    }
    const { code, message } = reply
    waiting.edits = [...sent.edits, ...waiting.edits]
    waiting.seconds += sent.seconds
    waiting.sent = null
    this.#failed(waiting, { code, message })
    if (code === 'labels-changed') {
      this.#waiting.delete(keyOf(waiting))
      this.#options.onConflict({
        corpus: waiting.corpus,
        document: waiting.document,
        message,
        edits: waiting.edits,
        forget: () => waiting.kept.saved({ edits: [], seconds: 0, reason: '' }),
      })
      this.#tell()
      return
    }
    this.#flushAfter(waiting, retryDelays[Math.min(waiting.tries++, retryDelays.length - 1)] ?? 0)
  }

  #flushAfter(waiting: Waiting, delay: number): void {
    waiting.timer = setTimeout(() => {
      waiting.timer = undefined
      void this.#flush(waiting)
    }, delay)
  }

  #failed(waiting: Waiting, trouble: Trouble): void {
    waiting.trouble = trouble
    this.#keep(waiting)
    this.#tell()
  }

  /** A service that does not answer keeps nothing either; once it does, what it is sent first shall be the edits. */
  #keep(waiting: Waiting): void {
    if (waiting.trouble && waiting.trouble.code !== 'no-connection') waiting.kept.set(unsavedOf(waiting))
  }

  #tell(): void {
    const all = [...this.#waiting.values()]
    const failed = all.filter((waiting) => waiting.trouble !== null)
    const [first] = failed
    if (!first?.trouble) {
      this.#options.onState({ kind: all.length > 0 ? 'saving' : 'saved' })
      return
    }
    const states = failed.map(({ kept }) => kept.state)
    this.#options.onState({
      kind: 'failed',
      trouble: first.trouble,
      documents: failed.map(({ document }) => document),
      kept: states.find(({ kind }) => kind !== 'kept') ?? first.kept.state,
    })
  }
}

/** All of a document that is not on the disk. */
function unsavedOf({ sent, edits, seconds, trouble }: Waiting): Unsaved {
  return {
    edits: [...(sent?.edits ?? []), ...edits],
    seconds: (sent?.seconds ?? 0) + seconds,
    reason: trouble?.message ?? '',
  }
}
