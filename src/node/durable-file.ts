import { stat } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { diskReason, isAbsent, notSaved } from './disk-error.ts'
import { DamagedFile, type Encoder, type FileKind, largestFile } from './file-kind.ts'
import type { FileLock } from './file-lock.ts'
import { keepOlderVersion } from './older-version.ts'
import { type ParsedFile, parseFile } from './parse-file.ts'
import { readRegularFile, TooLarge } from './regular-file.ts'
import { type FileStamp, replaceFile } from './replace-file.ts'

export { DamagedFile, type Encoder, type FileKind } from './file-kind.ts'

/** A line for each value, so that people can read it and git can tell what changed; it costs no time. */
const plainEncoder: Encoder<unknown> = {
  encode: (data) => [Buffer.from(`${JSON.stringify(data, null, 1)}\n`)],
}

const sameStamp = (a: FileStamp | null, b: FileStamp | null): boolean =>
  a === b || (a?.ino === b?.ino && a?.mtimeNs === b?.mtimeNs && a?.size === b?.size)

/**
 * One JSON file, as an adapter for lowdb. A write goes to a temporary file that is flushed to the disk and then
 * renamed, so that whoever reads or loses power finds the old state or the new one; the old one stays as `.bak`. What an
 * older Winnow wrote is migrated as it is read, which changes nothing on the disk; the first write keeps it beside the
 * file under the name of its version. What a newer one wrote is never written over.
 */
export class DurableFile<T> implements Adapter<T> {
  readonly path: string
  readonly #kind: FileKind<T>
  #encoder: Encoder<T>
  #seen: FileStamp | null = null
  #lock: FileLock | undefined
  /** The version of the file on the disk, 0 where there is none; null where that is not known. */
  #version: number | null = null

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
    this.#version = null
    this.#encoder = this.#kind.encoder?.() ?? plainEncoder
  }

  /** What the file holds, or null if there is none. @throws DamagedFile, or WinnowError if unreadable or newer */
  async read(): Promise<T | null> {
    const parsed = await this.#parse()
    if (!parsed) return null
    if (parsed.newer !== null || parsed.data === null) throw this.#refusal(parsed)
    return parsed.data
  }

  /**
   * Like {@link read}, but also what this Winnow knows of a file that a newer one wrote, with `newer`, the sentence that
   * says so: it can be shown and must not be changed. @throws also where such a file holds nothing that can be shown
   */
  async readKnown(): Promise<{ data: T; newer: string | null } | null> {
    const parsed = await this.#parse()
    if (!parsed) return null
    const { data, newer } = parsed
    if (data === null) throw this.#refusal(parsed)
    return { data, newer }
  }

  #refusal({ newer }: ParsedFile<T>): WinnowError {
    return new WinnowError(this.#kind.codes.newer, say`${newer ?? ''} Update Winnow to open it.`)
  }

  async #parse(): Promise<ParsedFile<T> | null> {
    const { noun, codes } = this.#kind
    this.#version = null
    let bytes: Buffer
    try {
      const read = await readRegularFile(this.path, largestFile)
      this.#seen = read.stamp
      bytes = read.bytes
    } catch (error) {
      this.#seen = null
      if (isAbsent(error)) {
        this.#version = 0
        return null
      }
      if (error instanceof TooLarge) throw new DamagedFile(codes.damaged, noun, this.path, error.message)
      throw this.#unreadable(error)
    }
    const parsed = parseFile(this.#kind, this.path, bytes)
    this.#version = parsed.version
    return parsed
  }

  #unreadable(error: unknown): WinnowError {
    const { noun, codes } = this.#kind
    return new WinnowError(
      codes.unreadable,
      say`The ${noun} ${this.path} could not be read: ${diskReason(error)}. It is untouched. Mend the cause and try again.`,
      { cause: error },
    )
  }

  /** True if the file is not as this object last read or wrote it. */
  async changedOnDisk(): Promise<boolean> {
    try {
      return !sameStamp(await stat(this.path, { bigint: true }), this.#seen)
    } catch (error) {
      if (isAbsent(error)) return this.#seen !== null
      throw this.#unreadable(error)
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
    if (this.#version !== 0 && this.#version !== this.#kind.version) await this.#keepOtherVersion()
    this.#version = null
    const parts = this.#encoder.encode(data)
    const bytes = parts.reduce((sum, { length }) => sum + length, 0)
    // It could never be read again.
    if (bytes > largestFile) throw notSaved(this.path, new TooLarge(bytes, largestFile))
    this.#seen = await replaceFile(this.path, parts, {
      private: this.#kind.private,
      keepPrevious,
      assertAllowed: this.#lock && (() => this.#lock?.assertHeld() ?? Promise.resolve()),
    })
    this.#version = this.#kind.version
  }

  /** Keeps a file of an older version under a name of its own. @throws WinnowError where it is of a newer one */
  async #keepOtherVersion(): Promise<void> {
    const parsed = await this.#parse().catch((error: unknown) => {
      // Whoever writes over what is damaged was told so, and has put it aside.
      if (error instanceof DamagedFile) return null
      throw notSaved(this.path, error instanceof WinnowError ? error.cause : error)
    })
    if (!parsed) return
    if (parsed.newer !== null) throw this.#refusal(parsed)
    if (parsed.version < this.#kind.version) await keepOlderVersion(this.path, parsed.version)
  }
}
