import type { FileHandle } from 'node:fs/promises'
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync } from 'hyparquet'
import { say } from '../../../core/sentences/say.ts'
import { WinnowError } from '../../../core/winnow-error.ts'
import { unreadableDump } from '../../read-dump.ts'
import { openRegularFile } from '../../regular-file.ts'
import { readFileRange } from '../content/file-chunks.ts'

/** A Parquet file whose footer was read. */
export interface ParquetFile {
  readonly path: string
  readonly handle: FileHandle
  readonly metadata: FileMetaData
}

/** How every Parquet file begins and ends. */
export const parquetMark = 'PAR1'

/** How one whose footer is encrypted does. */
export const encryptedMark = 'PARE'

/** @throws WinnowError if it cannot be read, or not as Parquet */
export async function openParquet(path: string): Promise<ParquetFile> {
  let handle: FileHandle
  try {
    handle = await openRegularFile(path)
  } catch (error) {
    throw unreadableDump(path, error)
  }
  try {
    return { path, handle, metadata: await metadataOf(path, handle) }
  } catch (error) {
    await handle.close()
    throw unreadableDump(path, error)
  }
}

async function metadataOf(path: string, handle: FileHandle): Promise<FileMetaData> {
  const { size } = await handle.stat()
  const end = Buffer.from(await readFileRange(handle, Math.max(0, size - 4), 4)).toString('latin1')
  if (end === encryptedMark) throw notParquet(path, say`it is encrypted`)
  if (end !== parquetMark || size < 12)
    throw notParquet(
      path,
      say`its end is missing, which says where everything is; it was probably not copied whole`,
    )
  const file: AsyncBuffer = {
    byteLength: size,
    slice: async (start, to = size) => wholeBuffer(await readFileRange(handle, start, to - start)),
  }
  try {
    return await parquetMetadataAsync(file, { geoparquet: false })
  } catch (error) {
    throw notParquet(path, say`its footer is damaged`, error)
  }
}

const notParquet = (path: string, reason: string, cause?: unknown): WinnowError =>
  new WinnowError(
    'dump-unreadable',
    say`The file ${path} could not be read as Parquet: ${reason}. The other documents are not affected.`,
    { cause },
  )

/** The bytes as a buffer of their own. */
export const wholeBuffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer
