import type { FileHandle } from 'node:fs/promises'
import type { ColumnMetaData } from 'hyparquet'
import { parquetHeader } from 'hyparquet/src/column.js'
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
    const { header, length } = await headerAt(file, at, end)
    const start = at
    at += length + header.compressed_page_size
    if (at > end || at <= start) throw new Error('a page has a wrong length')
    const uncompressedBytes = header.uncompressed_page_size
    if (header.type === 'DICTIONARY_PAGE') dictionary = { start, end: at, uncompressedBytes }
    const rows = header.data_page_header_v2?.num_rows ?? header.data_page_header?.num_values
    if (rows === undefined) continue
    pages.push({ start, end: at, firstRow, rows, uncompressedBytes })
    firstRow += rows
  }
  return { dictionary, pages }
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
