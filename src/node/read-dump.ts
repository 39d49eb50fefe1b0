import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { DumpFacts } from '../core/labels-file.ts'
import { type ErrorCode, WinnowError } from '../core/winnow-error.ts'
import { diskReason, isMissing } from './disk-error.ts'
import { firstInvalidUtf8 } from './first-invalid-utf8.ts'

/** The largest dump that is opened, in bytes. */
export const largestDump = 256 * 1024 * 1024

/** A dump as it was read. `stamp` changes when the file does. */
export interface Dump extends DumpFacts {
  readonly text: string
  readonly stamp: string
}

const refuse = (code: ErrorCode, message: string, cause?: unknown): WinnowError =>
  new WinnowError(code, `${message} The other documents are not affected.`, { cause })

/** Reads the dump at `path`; its text is as it is in the file, apart from the byte order mark. @throws WinnowError */
export async function readDump(path: string): Promise<Dump> {
  const { bytes, stamp } = await withDump(path, async (file) => {
    const { size, stamp } = await facts(file)
    refuseTooLarge(path, size)
    return { bytes: await file.readFile(), stamp }
  })
  return {
    ...decoded(path, bytes),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    stamp,
  }
}

/**
 * The text of the dump at `path` as {@link readDump} gives it, and nothing else. Keeps the thread waiting, which takes a
 * third of the time for small files: for threads of their own. @throws WinnowError
 */
export function readDumpText(path: string): string {
  try {
    const file = openSync(path, 'r')
    try {
      refuseTooLarge(path, fstatSync(file).size)
      return decoded(path, readFileSync(file)).text
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw unreadableDump(path, error)
  }
}

function refuseTooLarge(path: string, size: number): void {
  if (size > largestDump)
    throw refuse(
      'dump-too-large',
      `The dump ${path} has ${Math.ceil(size / 1024 / 1024)} MB; Winnow opens files of up to ${largestDump / 1024 / 1024} MB. Split it into smaller files.`,
    )
}

/** @throws WinnowError if the bytes are no text in UTF-8 */
function decoded(path: string, bytes: Buffer): Pick<Dump, 'text' | 'encoding'> {
  const zero = bytes.indexOf(0)
  if (zero !== -1)
    throw refuse(
      'dump-binary',
      `The file ${path} is not plain text: byte ${zero} is NUL. If it is text in UTF-16, convert it to UTF-8.`,
    )
  const bad = firstInvalidUtf8(bytes)
  if (bad !== -1)
    throw refuse(
      'dump-not-utf8',
      `The dump ${path} is not UTF-8: byte ${bad} (counted from 0) starts no character. Convert the file to UTF-8.`,
    )
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return {
    text: bytes.toString('utf8', marked ? 3 : 0),
    encoding: marked ? 'utf-8-sig' : 'utf-8',
  }
}

/** The stamp that a dump has now, to compare with {@link Dump.stamp}. @throws WinnowError */
export const dumpStamp = (path: string): Promise<string> =>
  withDump(path, async (file) => (await facts(file)).stamp)

async function facts(file: FileHandle): Promise<{ size: number; stamp: string }> {
  const { size, mtimeNs, ino } = await file.stat({ bigint: true })
  return { size: Number(size), stamp: `${ino}-${mtimeNs}-${size}` }
}

async function withDump<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  try {
    const file = await open(path, 'r')
    try {
      return await work(file)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw unreadableDump(path, error)
  }
}

/** The error that says why the dump at `path` cannot be read. */
export function unreadableDump(path: string, error: unknown): WinnowError {
  if (error instanceof WinnowError) return error
  return isMissing(error)
    ? refuse(
        'dump-missing',
        `The dump ${path} is no longer there. Put it back, or open the folder again.`,
        error,
      )
    : refuse('dump-unreadable', `The dump ${path} could not be read: ${diskReason(error)}.`, error)
}
