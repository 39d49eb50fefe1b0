import { promisify } from 'node:util'
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from 'node:zlib'
import { Decompress } from 'fzstd'
import { say } from '../../../core/sentences/say.ts'
import { type HttpHead, joinedChunks } from './http-reply.ts'

/** The longest body that is unpacked, in bytes; also what a small one that was made to be huge can grow to. */
export const longestBody = 64 * 1024 * 1024

/** A body that cannot be unpacked; the message is a sentence. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody'
}

/** What a browser makes of the body of a reply: chunks joined, unpacked. A truncated one is unpacked as far as it goes. @throws UnreadableBody */
export async function decodedBody(head: HttpHead, body: Uint8Array): Promise<Uint8Array> {
  const isInChunks = /\bchunked\b/i.test(head.fields.get('Transfer-Encoding') ?? '')
  let bytes = (isInChunks ? joinedChunks(body) : null) ?? body
  const codings = (head.fields.get('Content-Encoding') ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  for (const coding of codings.toReversed()) bytes = await unpacked(bytes, coding)
  return bytes
}

const limits = { maxOutputLength: longestBody }
const zlibOptions = { ...limits, finishFlush: constants.Z_SYNC_FLUSH }
const brotliOptions = { ...limits, finishFlush: constants.BROTLI_OPERATION_FLUSH }

async function unpacked(bytes: Uint8Array, coding: string): Promise<Uint8Array> {
  if (bytes.length === 0) return bytes
  try {
    // What is not packed although it says so was unpacked by the crawler.
    if (coding === 'gzip' || coding === 'x-gzip')
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? await promisify(gunzip)(bytes, zlibOptions) : bytes
    if (coding === 'deflate') return await unpackedDeflate(bytes)
    if (coding === 'br') return await unpackedBrotli(bytes)
    if (coding === 'zstd') return unpackedZstd(bytes)
  } catch (error) {
    if (error instanceof UnreadableBody) throw error
    throw new UnreadableBody(
      isTooLong(error) ? tooLong() : say`Its body cannot be unpacked (${coding}: ${String(error)}).`,
      { cause: error },
    )
  }
  if (coding === 'identity' || coding === 'none' || coding === 'utf-8') return bytes
  throw new UnreadableBody(say`Its body is packed with “${coding}”, which Winnow cannot unpack.`)
}

const tooLong = (): string => say`Its body has more than ${longestBody / 1024 / 1024} MB.`

const isTooLong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

/** With or without the header of zlib: servers send both. */
const unpackedDeflate = (bytes: Uint8Array): Promise<Uint8Array> =>
  ((bytes[0] ?? 0) & 15) === 8 && (((bytes[0] ?? 0) << 8) + (bytes[1] ?? 0)) % 31 === 0
    ? promisify(inflate)(bytes, zlibOptions)
    : promisify(inflateRaw)(bytes, zlibOptions)

async function unpackedBrotli(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await promisify(brotliDecompress)(bytes, brotliOptions)
  } catch (error) {
    // Brotli has no mark to tell by; what begins as a page does was unpacked by the crawler.
    if (/^\s*</.test(Buffer.from(bytes.subarray(0, 256)).toString('latin1'))) return bytes
    throw error
  }
}

function unpackedZstd(bytes: Uint8Array): Uint8Array {
  if (Buffer.from(bytes.subarray(0, 4)).toString('hex') !== '28b52ffd') return bytes
  const parts: Uint8Array[] = []
  let length = 0
  const decompress = new Decompress((part) => {
    length += part.length
    if (length > longestBody) throw new UnreadableBody(tooLong())
    parts.push(part)
  })
  decompress.push(bytes, true)
  return Buffer.concat(parts)
}
