import type { FileHandle } from 'node:fs/promises'
import { Decompress } from 'fzstd'
import { say } from '../../../core/sentences/say.ts'
import { BrokenContent } from './content.ts'
import { readFileRange } from './file-chunks.ts'
import type { Unpacker } from './unpacker.ts'
import {
  blockHeaderLength,
  isZstdFrame,
  longestFrameHeader,
  skippableFrame,
  type ZstdFrameHeader,
  zstdBlockHeader,
  zstdFrameHeader,
} from './zstd-frame.ts'

/** What `zstd` itself uncompresses without being asked to use more memory. */
const largestWindow = 128 * 1024 * 1024

/** Uncompresses zstd, block by block. Seek points lie where a frame begins. */
export const unpackZstd: Unpacker = async function* (file, from, points, signal) {
  const input = new FileInput(file, from?.file ?? 0)
  let position = from?.position ?? 0
  for (;;) {
    signal?.throwIfAborted()
    const start = input.at
    const head = await input.peek(longestFrameHeader)
    if (head.length === 0 && start > 0) return
    const skipped = head.length >= 8 ? skippableFrame(head) : null
    if (skipped !== null) {
      input.at += skipped
      continue
    }
    if (head.length < 4) throw endsEarly(start)
    if (!isZstdFrame(head)) throw damaged(start, say`no zstd data follows there`)
    const header = zstdFrameHeader(head)
    if (head.length < header.length) throw endsEarly(start)
    if (header.needsDictionary)
      throw new BrokenContent(say`It needs a zstd dictionary, which Winnow has not, at byte ${start}.`, start)
    if (header.windowSize > largestWindow)
      throw new BrokenContent(
        say`Its zstd data needs more than ${largestWindow / 1024 / 1024} MB of memory, at byte ${start}.`,
        start,
      )
    if (start > 0 && points.isWanted(position))
      points.add({ position, file: start, bits: 0 }, new Uint8Array(0))
    for await (const bytes of frameContent(input, header, signal)) {
      position += bytes.length
      yield { bytes, doneBytes: input.at }
    }
  }
}

/** The content of the frame that begins at `input.at`. */
async function* frameContent(
  input: FileInput,
  header: ZstdFrameHeader,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  let unpacked: Uint8Array[] = []
  const decompress = new Decompress((bytes) => {
    if (bytes.length > 0) unpacked.push(bytes)
  })
  decompress.push(await input.take(header.length))
  let length = 0
  for (let isLast = false; !isLast; ) {
    signal?.throwIfAborted()
    const start = input.at
    const block = zstdBlockHeader(await input.peek(blockHeaderLength))
    if (!block.isValid) throw damaged(start, say`a block is of no known kind or too long`)
    isLast = block.isLast
    const checksum = isLast && header.hasChecksum ? 4 : 0
    const bytes = await input.take(blockHeaderLength + block.length + checksum)
    try {
      decompress.push(bytes, isLast)
    } catch (error) {
      throw damaged(start, error instanceof Error ? error.message : String(error))
    }
    for (const part of unpacked) {
      length += part.length
      yield part
    }
    unpacked = []
  }
  if (header.contentSize !== null && length !== header.contentSize)
    throw damaged(input.at, say`${length} bytes came out where ${header.contentSize} should have`)
}

const endsEarly = (byte: number): BrokenContent =>
  new BrokenContent(say`It ends early, in the middle of its zstd data.`, byte)

const damaged = (byte: number, reason: string): BrokenContent =>
  new BrokenContent(say`Its zstd data is damaged at byte ${byte}: ${reason}.`, byte)

const bufferSize = 262_144

/** Reads a file from front to back in pieces of any length. */
class FileInput {
  /** The byte of the file that comes next. */
  at: number
  readonly #file: FileHandle
  #buffer: Uint8Array = new Uint8Array(0)
  #bufferAt = 0

  constructor(file: FileHandle, at: number) {
    this.#file = file
    this.at = at
  }

  /** The next bytes, without going past them; fewer at the end of the file. */
  async peek(length: number): Promise<Uint8Array> {
    const offset = this.at - this.#bufferAt
    if (offset < 0 || offset + length > this.#buffer.length) {
      this.#buffer = await readFileRange(this.#file, this.at, Math.max(length, bufferSize))
      this.#bufferAt = this.at
      return this.#buffer.subarray(0, length)
    }
    return this.#buffer.subarray(offset, offset + length)
  }

  /** The next bytes. @throws BrokenContent if the file ends before */
  async take(length: number): Promise<Uint8Array> {
    const bytes = await this.peek(length)
    if (bytes.length < length) throw endsEarly(this.at + bytes.length)
    this.at += length
    return bytes
  }
}
