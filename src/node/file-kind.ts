import type { z } from 'zod'
import { say } from '../core/sentences/say.ts'
import { type ErrorCode, WinnowError } from '../core/winnow-error.ts'

/** What a kind of file holds and how to speak of it. */
export interface FileKind<T> {
  /** As in "The labels file … is damaged"; said when it is asked for. */
  readonly noun: string
  /** What its `format` says. */
  readonly format: string
  /** Of the version {@link version}. */
  readonly schema: z.ZodType<T>
  /** The newest version that this Winnow knows, and the only one that it writes. */
  readonly version: number
  /** What makes a file of an older version one of the next, by the version that it is made of. */
  readonly migrations?: ReadonlyMap<number, Migration>
  readonly codes: { readonly damaged: ErrorCode; readonly newer: ErrorCode; readonly unreadable: ErrorCode }
  /** Whether only the user may read it; else it stays as it was, or is for those with whom its folder is shared. */
  readonly private?: boolean
  /** Makes what turns the states of one file into its bytes, in parts; without it each state is written out anew. */
  readonly encoder?: () => Encoder<T>
}

/**
 * Makes the content of a file, as JSON gives it, that of the next version.
 * @throws z.ZodError where it is not what its own version holds
 */
export type Migration = (content: unknown) => unknown

/** Turns one state of a file after the other into its bytes, and may keep what they have in common. */
export interface Encoder<T> {
  encode(data: T): Uint8Array[]
}

/** How many bytes a file may have that is read or written whole: about what a string can hold. */
export const largestFile = 500 * 1024 * 1024

/** A file that is there but is not what it should be. */
export class DamagedFile extends WinnowError {
  /** What is wrong with it, as a clause: `it is not JSON: …`. */
  readonly reason: string

  constructor(code: ErrorCode, noun: string, path: string, reason: string) {
    super(code, say`The ${noun} ${path} is damaged: ${reason}.`)
    this.reason = reason
  }
}
