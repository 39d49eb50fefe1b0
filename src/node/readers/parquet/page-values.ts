import type { FileHandle } from 'node:fs/promises'
import { type AsyncBuffer, type ColumnMetaData, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { columnValue } from '../../../core/columns/column-value.ts'
import { readFileRange } from '../content/file-chunks.ts'
import { type LeafColumn, schemaOf } from './leaf-column.ts'
import { type Page, type Pages, refuseWrongPages } from './pages.ts'

/** A text in a page. Most rows of a page are never looked at, so they are decoded only when they are. */
export class PageText {
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
}

const textOf = (bytes: Uint8Array | undefined): PageText | undefined => bytes && new PageText(bytes)

const parsers = {
  stringFromBytes: textOf,
  jsonFromBytes: textOf,
  geometryFromBytes: () => null,
  geographyFromBytes: () => null,
}

/** The compression that Winnow can undo. */
export const isKnownCodec = (codec: string): boolean => codec === 'UNCOMPRESSED' || codec in compressors

/** The values of one page, one a row; those of texts as {@link PageText}. @throws Error if it is damaged */
export const pageValues = (
  file: FileHandle,
  leaf: LeafColumn,
  chunk: ColumnMetaData,
  dictionary: Pages['dictionary'],
  page: Page,
): Promise<unknown[]> => valuesIn(file, leaf, chunk, dictionary ? [dictionary, page] : [page], page.rows)

/** All values of a column in a row group, one a row. @throws Error if it is damaged */
export async function chunkValues(
  file: FileHandle,
  leaf: LeafColumn,
  chunk: ColumnMetaData,
  rows: number,
): Promise<unknown[]> {
  const start = Number(chunk.dictionary_page_offset || chunk.data_page_offset)
  const end = start + Number(chunk.total_compressed_size)
  await refuseWrongPages(file, chunk, start, end)
  return valuesIn(file, leaf, chunk, [{ start, end }], rows)
}

/**
 * Gives hyparquet a file that holds nothing but these parts of one column, since by itself it reads all of a column in
 * a row group, which can be gigabytes.
 */
async function valuesIn(
  file: FileHandle,
  leaf: LeafColumn,
  chunk: ColumnMetaData,
  ranges: readonly { readonly start: number; readonly end: number }[],
  rows: number,
): Promise<unknown[]> {
  const parts = await Promise.all(ranges.map(({ start, end }) => readFileRange(file, start, end - start)))
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  const buffer: AsyncBuffer = {
    byteLength: bytes.length,
    slice: (start, end) => bytes.buffer.slice(start, end),
  }
  const { dictionary_page_offset: _, ...meta } = chunk
  const read = await parquetReadObjects({
    file: buffer,
    metadata: {
      version: 1,
      schema: schemaOf(leaf),
      num_rows: BigInt(rows),
      row_groups: [
        {
          columns: [
            {
              file_offset: 0n,
              meta_data: {
                ...meta,
                // An offset of 0 would be taken for none; nothing else is read from it.
                data_page_offset: 0n,
                num_values: BigInt(rows),
                total_compressed_size: BigInt(bytes.length),
              },
            },
          ],
          total_byte_size: meta.total_uncompressed_size,
          num_rows: BigInt(rows),
        },
      ],
      metadata_length: 0,
    },
    compressors,
    parsers,
  })
  return read.map((row) => columnValue(row, leaf.path))
}
