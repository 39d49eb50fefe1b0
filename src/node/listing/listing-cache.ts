import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { DocumentTable, type TableData } from '../../core/listing/document-table.ts'
import { tableDataSchema } from '../../core/listing/listing-change.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { diskCode } from '../disk-error.ts'
import type { ReaderSettings } from '../readers/reader.ts'
import { NoFile, readRegularFile, TooLarge } from '../regular-file.ts'
import { replaceFile } from '../replace-file.ts'
import { isWholeTable } from './is-whole-table.ts'

/** Grows when readers find other records in the same files, so that what was cached is void. */
const cacheVersion = 2

const schema = z.object({
  format: z.literal('winnow-listing'),
  version: z.literal(cacheVersion),
  /** As what the dumps were read, in JSON. */
  settings: z.string(),
  table: tableDataSchema,
  indexed: z.array(z.tuple([z.string(), z.string()])),
  read: z.array(z.object({ file: z.string(), version: z.string(), sha256: z.string() })),
  troubles: z.array(z.object({ file: z.string(), where: z.string(), reason: z.string() })),
})

/** What a listing is begun with the next time. */
export interface CachedListing {
  readonly table: DocumentTable
  /** The versions of the files that were looked into. */
  readonly indexed: [file: string, version: string][]
  /** The hashes of the files that were read. */
  readonly read: { file: string; version: string; sha256: string }[]
  /** What could not be read in those files, said in the language of the time when they were looked into. */
  readonly troubles: { file: string; where: string; reason: string }[]
}

const pathIn = (folder: string): string => join(folder, 'listing')

const keyOf = ({ columns, encoding }: ReaderSettings): string => JSON.stringify({ columns, encoding })

/** More than a listing of fifty million documents, in bytes. */
const largestCache = 2 * 1024 * 1024 * 1024

/** How many bytes stand before the content: its checksum. */
const headLength = 4

/** The listing that was kept for these settings; null where there is none, or it is damaged and so has to be made anew. */
export async function readListing(settings: ReaderSettings): Promise<CachedListing | null> {
  if (settings.cacheFolder === null) return null
  let content: Buffer
  try {
    content = (await readRegularFile(pathIn(settings.cacheFolder), largestCache)).bytes
  } catch (error) {
    // There is none, or it cannot be read: everything is found again.
    if (diskCode(error) === null && !(error instanceof NoFile) && !(error instanceof TooLarge)) throw error
    return null
  }
  const body = content.subarray(headLength)
  if (content.length < headLength || content.readUInt32LE(0) !== crc32(body)) return null
  const parsed = schema.safeParse(deserialized(body))
  if (!parsed.success || parsed.data.settings !== keyOf(settings)) return null
  const { table: data, indexed, read, troubles } = parsed.data
  if (!isWholeTable(data)) return null
  const table = DocumentTable.of(data)
  // It lies with the corpus, which may come from anywhere, and it names files.
  if (table.files.some(({ id }) => leadsElsewhere.test(id))) return null
  table.learn(read.map((one) => ({ ...one, language: table.file(one.file)?.language ?? '' })))
  return { table, indexed, read, troubles }
}

/** A path with a part that is none, or stands for another folder. */
const leadsElsewhere = /(^|\/)\.{0,2}(\/|$)|\\|\0/

function deserialized(body: Buffer): unknown {
  try {
    return deserialize(body)
  } catch {
    // Of a program that writes otherwise.
    return null
  }
}

/** Keeps the listing for the next time. That it cannot be kept harms nothing, so nobody is told. */
export async function writeListing(
  settings: ReaderSettings,
  { indexed, read, troubles, table }: Omit<CachedListing, 'table'> & { readonly table: TableData },
): Promise<void> {
  if (settings.cacheFolder === null) return
  const head = Buffer.alloc(headLength)
  const body = serialize({
    format: 'winnow-listing',
    version: cacheVersion,
    settings: keyOf(settings),
    table,
    indexed,
    read,
    troubles,
  })
  head.writeUInt32LE(crc32(body))
  try {
    await replaceFile(pathIn(settings.cacheFolder), [head, body], { keepPrevious: false })
  } catch (error) {
    if (!(error instanceof WinnowError)) throw error
  }
}
