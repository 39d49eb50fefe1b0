import type { FileHandle } from 'node:fs/promises'
import type { ColumnMetaData } from 'hyparquet'
import { parquetHeader } from 'hyparquet/src/column.js'
import { say } from '../../../core/sentences/say.ts'
import { readFileRange } from '../content/file-chunks.ts'

/** A run of bytes of the file. */
interface Range {
  readonly start: number
  readonly end: number
}

/** The values of some rows of one column that follow each other. */
export interface Page extends Range {
  /** Counted within the row group. */
  readonly firstRow: number
  readonly rows: number
  readonly uncompressedBytes: number
}

/** Where the values of one column in one row group are. */
export interface Pages {
  /** What values refer to that occur more than once. */
  readonly dictionary: (Range & { readonly uncompressedBytes: number }) | null
  readonly pages: readonly Page[]
}

const headerLength = 1024
const longestHeader = 16 * 1024 * 1024

/**
 * Finds the pages of a column that is no list, by their headers alone, so that a row can be read without the rows
 * before it: few writers keep an index of pages. @throws Error if a header is damaged
 */
export async function pagesOf(file: FileHandle, chunk: ColumnMetaData): Promise<Pages> {
  const pages: Page[] = []
  let dictionary: Pages['dictionary'] = null
  let at = Number(chunk.dictionary_page_offset || chunk.data_page_offset)
  const end = at + Number(chunk.total_compressed_size)
  let firstRow = 0
  while (at < end && firstRow < Number(chunk.num_values)) {
    const start = at
    const { header, next } = await pageAt(file, chunk, at, end)
    at = next
    const uncompressedBytes = header.uncompressed_page_size
    if (header.type === 'DICTIONARY_PAGE') dictionary = { start, end: at, uncompressedBytes }
    const rows = header.data_page_header_v2?.num_rows ?? header.data_page_header?.num_values
    if (rows === undefined) continue
    pages.push({ start, end: at, firstRow, rows, uncompressedBytes })
    firstRow += rows
  }
  return { dictionary, pages }
}

/** @throws Error if a page between `start` and `end` is not what it can be: hyparquet would be at it for ever */
export async function refuseWrongPages(
  file: FileHandle,
  chunk: ColumnMetaData,
  start: number,
  end: number,
): Promise<void> {
  // hyparquet takes a single byte that is left for the end.
  for (let at = start; at < end - 1; ) at = (await pageAt(file, chunk, at, end)).next
}

/** The header of the page at `at`, and where the next page begins. @throws Error if it is not what it can be */
async function pageAt(file: FileHandle, chunk: ColumnMetaData, at: number, end: number) {
  const { header, length } = await headerAt(file, at, end)
  const next = at + length + header.compressed_page_size
  if (!(next >= at + length && next <= end)) throw new Error(say`a page has a wrong length`)
  const { data_page_header_v2: second, data_page_header: first } = header
  const values = [second?.num_values, second?.num_rows, first?.num_values]
  if (values.some((value) => value !== undefined && !(value >= 0 && value <= Number(chunk.num_values))))
    throw new Error(say`a page of it says that it has more values than there are`)
  if (second) {
    const repetition = second.repetition_levels_byte_length
    const definition = second.definition_levels_byte_length
    if (!(repetition >= 0 && definition >= 0)) throw new Error(say`a page has a wrong length`)
    const levels = await readFileRange(file, at + length, repetition + definition)
    refuseLongRuns(levels.subarray(0, repetition), second.num_values)
    refuseLongRuns(levels.subarray(repetition), second.num_values)
  }
  return { header, next }
}

/**
 * hyparquet repeats a level as often as the page says, which may be two thousand million times. Looks at the runs up to
 * the first one that is packed. @throws Error if one is longer than the page
 */
function refuseLongRuns(levels: Uint8Array, values: number): void {
  for (let at = 0, seen = 0; at < levels.length && seen < values; ) {
    let header = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = levels[at++] ?? 0
      header += (byte & 127) * factor
      if (byte < 128) break
    }
    if (header % 2 === 1) return
    seen += header / 2
    if (seen > values) throw new Error(say`a page of it says that it has more values than there are`)
    at++
  }
}

async function headerAt(file: FileHandle, at: number, end: number) {
  for (let length = headerLength; ; length *= 8) {
    const bytes = await readFileRange(file, at, Math.min(length, end - at))
    try {
      const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 }
      const header = parquetHeader(reader)
      return { header, length: reader.offset }
    } catch (error) {
      // Headers can hold the least and the greatest text of their page and so be of any length.
      if (bytes.length < length || length > longestHeader) throw error
    }
  }
}
