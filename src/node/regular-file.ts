import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { say, spokenLanguage } from '../core/sentences/say.ts'
import type { FileStamp } from './replace-file.ts'

/** What is at a path is neither a file nor a folder: a pipe, a socket, a device. */
export class NoFile extends Error {
  constructor() {
    super(say`it is not a file but a pipe, a socket or a device`)
  }
}

/** A file has more bytes than are read of one of its kind. */
export class TooLarge extends Error {
  constructor(bytes: number, largest: number) {
    super(say`it has ${megabytes(bytes)} MB, and no such file has more than ${megabytes(largest)} MB`)
  }
}

/** How to open what may be a pipe: opening one the usual way waits until somebody writes into it, which may be never. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Opens a file for reading, never anything else. @throws NoFile, or an error of the disk */
export async function openRegularFile(path: string): Promise<FileHandle> {
  const file = await open(path, withoutWaiting)
  try {
    const facts = await file.stat()
    // What a folder is, reading it tells.
    if (!facts.isFile() && !facts.isDirectory()) throw new NoFile()
    return file
  } catch (error) {
    await file.close()
    throw error
  }
}

/** All bytes of a file of up to `largest`. @throws TooLarge, NoFile, or an error of the disk */
export async function readRegularFile(
  path: string,
  largest: number,
): Promise<{ bytes: Buffer; stamp: FileStamp }> {
  const file = await openRegularFile(path)
  try {
    const stamp = await file.stat({ bigint: true })
    if (stamp.size > largest) throw new TooLarge(Number(stamp.size), largest)
    return { bytes: await file.readFile(), stamp }
  } finally {
    await file.close()
  }
}

const megabytes = (bytes: number): string => Math.ceil(bytes / 1024 / 1024).toLocaleString(spokenLanguage())
