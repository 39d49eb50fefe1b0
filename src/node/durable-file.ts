import { open, stat } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import type { z } from 'zod'
import { claimedVersion } from '../core/file-version.ts'
import { type ErrorCode, WinnowError } from '../core/winnow-error.ts'
import { diskReason, isAbsent } from './disk-error.ts'
import type { FileLock } from './file-lock.ts'
import { type FileStamp, replaceFile } from './replace-file.ts'

/** What a kind of file holds and how to speak of it. */
export interface FileKind<T> {
  /** As in "The labels file … is damaged". */
  readonly noun: string
  readonly schema: z.ZodType<T>
  /** The newest version that this Winnow knows. */
  readonly version: number
  readonly codes: { readonly damaged: ErrorCode; readonly newer: ErrorCode; readonly unreadable: ErrorCode }
  /** Whether only the user may read it; else it stays as it was, or is for those with whom its folder is shared. */
  readonly private?: boolean
  /** Makes what turns the states of one file into its bytes, in parts; without it each state is written out anew. */
  readonly encoder?: () => Encoder<T>
}

/** Turns one state of a file after the other into its bytes, and may keep what they have in common. */
export interface Encoder<T> {
  encode(data: T): Uint8Array[]
}

/** A line for each value, so that people can read it and git can tell what changed; it costs no time. */
const plainEncoder: Encoder<unknown> = {
  encode: (data) => [Buffer.from(`${JSON.stringify(data, null, 1)}\n`)],
}

/** A file that is there but is not what it should be. */
export class DamagedFile extends WinnowError {
  /** What is wrong with it, as a clause: `it is not JSON: …`. */
  readonly reason: string

  constructor(code: ErrorCode, noun: string, path: string, reason: string) {
    super(code, `The ${noun} ${path} is damaged: ${reason}.`)
    this.reason = reason
  }
}

const sameStamp = (a: FileStamp | null, b: FileStamp | null): boolean =>
  a === b || (a?.ino === b?.ino && a?.mtimeNs === b?.mtimeNs && a?.size === b?.size)

/**
 * One JSON file, as an adapter for lowdb. A write goes to a temporary file that is flushed to the disk and then
 * renamed, so that whoever reads or loses power finds the old state or the new one; the old one stays as `.bak`.
 */
export class DurableFile<T> implements Adapter<T> {
  readonly path: string
  readonly #kind: FileKind<T>
  #encoder: Encoder<T>
  #seen: FileStamp | null = null
  #lock: FileLock | undefined

  constructor(path: string, kind: FileKind<T>) {
    this.path = path
    this.#kind = kind
    this.#encoder = kind.encoder?.() ?? plainEncoder
  }

  /** From now on writes only while `lock` is held: who has lost it overwrites nothing. */
  writeUnder(lock: FileLock): void {
    this.#lock = lock
  }

  /** Lets go of what was kept to make the next read or write quick. */
  forget(): void {
    this.#seen = null
    this.#encoder = this.#kind.encoder?.() ?? plainEncoder
  }

  /** What the file holds, or null if there is none. @throws DamagedFile, or WinnowError if unreadable or newer */
  async read(): Promise<T | null> {
    const { noun, codes } = this.#kind
    let content: string
    try {
      const file = await open(this.path, 'r')
      try {
        this.#seen = await file.stat({ bigint: true })
        content = await file.readFile('utf8')
      } finally {
        await file.close()
      }
    } catch (error) {
      this.#seen = null
      if (isAbsent(error)) return null
      throw new WinnowError(
        codes.unreadable,
        `The ${noun} ${this.path} could not be read: ${diskReason(error)}. It is untouched. Mend the cause and try again.`,
        { cause: error },
      )
    }
    return this.#parse(content)
  }

  #parse(content: string): T {
    const { noun, schema, version, codes } = this.#kind
    let json: unknown
    try {
      json = JSON.parse(content)
    } catch (error) {
      throw new DamagedFile(codes.damaged, noun, this.path, `it is not JSON (${diskReason(error)})`)
    }
    const claimed = claimedVersion(json)
    if (claimed !== null && claimed > version)
      throw new WinnowError(
        codes.newer,
        `The ${noun} ${this.path} was written by a newer Winnow (version ${claimed} of the file, this one knows ${version}). It is untouched. Update Winnow to open it.`,
      )
    const parsed = schema.safeParse(json)
    if (parsed.success) return parsed.data
    const issue = parsed.error.issues[0]
    const place = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : ''
    throw new DamagedFile(codes.damaged, noun, this.path, `${issue?.message ?? 'it does not fit'}${place}`)
  }

  /** True if the file is not as this object last read or wrote it. */
  async changedOnDisk(): Promise<boolean> {
    try {
      return !sameStamp(await stat(this.path, { bigint: true }), this.#seen)
    } catch (error) {
      if (isAbsent(error)) return this.#seen !== null
      throw new WinnowError(
        this.#kind.codes.unreadable,
        `The ${this.#kind.noun} ${this.path} could not be read: ${diskReason(error)}. It is untouched. Mend the cause and try again.`,
        { cause: error },
      )
    }
  }

  /** Resolves once `data` is durable; the state before stays as `.bak`. @throws WinnowError, the old file intact */
  write(data: T): Promise<void> {
    return this.#replace(data, true)
  }

  /** Like {@link write}, but leaves the `.bak` alone: for a state that is not worth to be one. */
  writeKeepingBackup(data: T): Promise<void> {
    return this.#replace(data, false)
  }

  async #replace(data: T, keepPrevious: boolean): Promise<void> {
    this.#seen = await replaceFile(this.path, this.#encoder.encode(data), {
      private: this.#kind.private,
      keepPrevious,
      assertAllowed: this.#lock && (() => this.#lock?.assertHeld() ?? Promise.resolve()),
    })
  }
}
