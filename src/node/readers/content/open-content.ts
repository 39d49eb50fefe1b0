import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { unreadableDump } from '../../read-dump.ts'
import { openRegularFile } from '../../regular-file.ts'
import type { DumpFile } from '../reader.ts'
import { CompressedContent } from './compressed-content.ts'
import { BrokenContent, type Content } from './content.ts'
import { readFileRange } from './file-chunks.ts'
import { PlainContent } from './plain-content.ts'
import { unpackGzip } from './unpack-gzip.ts'
import { unpackZstd } from './unpack-zstd.ts'
import type { Unpacker } from './unpacker.ts'
import { isZstdFrame, skippableFrame } from './zstd-frame.ts'

/** Opens a dump by what its first bytes are: gzip, zstd, or neither. @throws WinnowError if it cannot be read */
export async function openContent(
  { path, id }: Pick<DumpFile, 'path' | 'id'>,
  cacheFolder: string | null,
): Promise<Content> {
  try {
    const file = await openRegularFile(path)
    try {
      const unpack = unpackerFor(await readFileRange(file, 0, 8))
      if (!unpack) return new PlainContent(file)
      const name = createHash('sha256').update(id).digest('hex').slice(0, 32)
      return new CompressedContent(
        file,
        unpack,
        cacheFolder === null ? null : join(cacheFolder, 'seek-points', name),
      )
    } catch (error) {
      await file.close()
      throw error
    }
  } catch (error) {
    throw unreadableDump(path, error)
  }
}

function unpackerFor(head: Uint8Array): Unpacker | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return unpackGzip
  return isZstdFrame(head) || skippableFrame(head) !== null ? unpackZstd : null
}

/** The first `length` bytes of a dump, uncompressed, or what there is of them. @throws WinnowError */
export async function headOfDump(path: string, length: number): Promise<Uint8Array> {
  const content = await openContent({ path, id: path }, null)
  try {
    return await content.read(0, length)
  } catch (error) {
    throw unreadableDump(path, error)
  } finally {
    await content.close()
  }
}

/** All of a dump, uncompressed, or null where it is longer than `limit` bytes. @throws WinnowError */
export async function wholeDump(
  file: DumpFile,
  limit: number,
): Promise<{ bytes: Uint8Array; broken: BrokenContent | null } | null> {
  const content = await openContent(file, null)
  const parts: Uint8Array[] = []
  let length = 0
  try {
    if (content instanceof PlainContent && file.bytes > limit) return null
    for await (const { bytes } of content.pieces()) {
      parts.push(bytes)
      length += bytes.length
      if (length > limit) return null
    }
    return { bytes: Buffer.concat(parts), broken: null }
  } catch (error) {
    if (error instanceof BrokenContent) return { bytes: Buffer.concat(parts), broken: error }
    throw unreadableDump(file.path, error)
  } finally {
    await content.close()
  }
}
