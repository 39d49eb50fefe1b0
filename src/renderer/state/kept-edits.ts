import type { Edit } from '../../core/edit.ts'
import type { Reply } from '../../core/reply.ts'

/** Whether edits that are not on the disk are in a recovery file. */
export type Kept =
  /** Nobody has asked for that yet. */
  | { readonly kind: 'none' }
  | { readonly kind: 'kept'; readonly path: string; readonly folder: string }
  | { readonly kind: 'failed'; readonly message: string }

/** All edits of a document that are not on the disk, oldest first. */
export interface Unsaved {
  readonly edits: readonly Edit[]
  readonly seconds: number
  /** The sentence why they are not. */
  readonly reason: string
}

/** Writes what is unsaved into the recovery file with this id; without edits, removes that. */
export type Keep = (
  id: string,
  unsaved: Unsaved,
) => Promise<Reply<{ readonly path: string | null; readonly folder: string }>>

/** The recovery file of one document: holds what is not on the disk as long as that is so, and the newest state of it. */
export class KeptEdits {
  readonly id: string = crypto.randomUUID().replaceAll('-', '').slice(0, 16)
  readonly #keep: Keep
  readonly #onChange: () => void
  #state: Kept = { kind: 'none' }
  #next: Unsaved | null = null
  #sending = false
  /** Whether there may be a file. */
  #used = false

  constructor(keep: Keep, onChange: () => void) {
    this.#keep = keep
    this.#onChange = onChange
  }

  get state(): Kept {
    return this.#state
  }

  /** Keeps `unsaved` in place of what was kept before. */
  set(unsaved: Unsaved): void {
    if (unsaved.edits.length === 0 && !this.#used) return
    this.#used = true
    this.#next = unsaved
    if (!this.#sending) void this.#send()
  }

  /** Lets go of the file, since `unsaved` is all that is left, if anything is. */
  saved(unsaved: Unsaved): void {
    if (this.#used) this.set(unsaved)
  }

  async #send(): Promise<void> {
    this.#sending = true
    for (let unsaved = this.#next; unsaved; unsaved = this.#next) {
      this.#next = null
      const reply = await this.#keep(this.id, unsaved)
      if (!reply.ok) this.#state = { kind: 'failed', message: reply.message }
      else if (reply.value.path === null) this.#state = { kind: 'none' }
      else this.#state = { kind: 'kept', path: reply.value.path, folder: reply.value.folder }
      this.#onChange()
    }
    this.#sending = false
  }
}
