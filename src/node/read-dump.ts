import { stat } from 'node:fs/promises'
import type { DumpFacts } from '../core/labels-file.ts'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { diskReason, isMissing } from './disk-error.ts'
import type { ReadRecord } from './readers/reader.ts'

/** The largest dump that is opened as one document, in bytes. */
export const largestDump = 256 * 1024 * 1024

/** A document as it was read. `stamp` changes when the file does that it is in. */
export interface Dump extends ReadRecord {
  readonly stamp: string
  /** What a labels file says of it. */
  readonly filed: DumpFacts
}

/** The stamp that the dump at `path` has now, to compare with {@link Dump.stamp}. @throws WinnowError */
export async function dumpStamp(path: string): Promise<string> {
  try {
    const { size, mtimeNs, ino } = await stat(path, { bigint: true })
    return `${ino}-${mtimeNs}-${size}`
  } catch (error) {
    throw unreadableDump(path, error)
  }
}

/** The error that says why the dump at `path` cannot be read. */
export function unreadableDump(path: string, error: unknown): WinnowError {
  if (error instanceof WinnowError) return error
  if (isMissing(error))
    return new WinnowError(
      'dump-missing',
      say`The dump ${path} is no longer there. Put it back, or open the folder again. The other documents are not affected.`,
      { cause: error },
    )
  return new WinnowError(
    'dump-unreadable',
    say`The dump ${path} could not be read: ${diskReason(error)}. The other documents are not affected.`,
    { cause: error },
  )
}
