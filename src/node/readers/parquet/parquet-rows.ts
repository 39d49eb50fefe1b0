import type { ColumnMetaData, FileMetaData } from 'hyparquet'
import { say } from '../../../core/sentences/say.ts'
import { chunkOf, type LeafColumn, leafColumns } from './leaf-column.ts'
import { chunkValues, isKnownCodec, pageValues } from './page-values.ts'
import { type Page, type Pages, pagesOf } from './pages.ts'
import type { ParquetFile } from './parquet-file.ts'

type RowGroup = FileMetaData['row_groups'][number]

/** Some rows that are kept together. Rows are counted from 0. */
export interface Group {
  readonly index: number
  readonly firstRow: number
  readonly rows: number
  readonly rowGroup: RowGroup
}

/** How much of uncompressed pages is kept, in bytes; more only where a single page is larger. */
const kept = 160 * 1024 * 1024

/** What each value takes beside its bytes, about. */
const bytesAValue = 160

/** A larger page, or list column of a row group, is not read. */
const largestPage = 256 * 1024 * 1024
const largestListColumn = 16 * 1024 * 1024

interface LoadedPage {
  readonly values: Promise<unknown[]>
  readonly bytes: number
}

/** The values of a Parquet file, read by pages, of which the last used ones are kept. */
export class ParquetRows {
  readonly leaves: readonly LeafColumn[]
  readonly groups: readonly Group[]
  readonly #file: ParquetFile
  /** By row group and column. */
  readonly #pages = new Map<string, Promise<Pages>>()
  /** The one used last comes last. */
  readonly #loaded = new Map<string, LoadedPage>()
  #loadedBytes = 0

  constructor(file: ParquetFile) {
    this.#file = file
    this.leaves = leafColumns(file.metadata)
    let firstRow = 0
    this.groups = file.metadata.row_groups.map((rowGroup, index) => {
      const group = { index, firstRow, rows: Number(rowGroup.num_rows), rowGroup }
      firstRow += group.rows
      return group
    })
  }

  /** The group that holds `row`, or undefined if there is no such row. */
  groupOf(row: number): Group | undefined {
    return this.groups.findLast(({ firstRow, rows }) => firstRow <= row && row < firstRow + rows)
  }

  /**
   * The values of `leaf` that are kept together with that of `row`, and the row of the first of them. Rows are counted
   * within the group; texts are as {@link pageValues} gives them. @throws Error saying why they cannot be read
   */
  async valuesAround(
    group: Group,
    leaf: LeafColumn,
    row: number,
  ): Promise<{ values: readonly unknown[]; firstRow: number }> {
    const chunk = chunkOf(group.rowGroup, leaf)
    if (!isKnownCodec(chunk.codec))
      throw new Error(say`it is compressed with ${chunk.codec}, which Winnow cannot undo`)
    if (leaf.isList) return { values: await this.#list(group, leaf, chunk), firstRow: 0 }
    const { pages, dictionary } = await this.#pagesOf(group, leaf, chunk)
    const page = pageOf(pages, row)
    const bytes = page.uncompressedBytes + (dictionary?.uncompressedBytes ?? 0)
    if (bytes > largestPage) throw new Error(say`a page of it has more than ${largestPage / 1024 / 1024} MB`)
    const size = bytes + page.rows * bytesAValue
    const values = await this.#load(`${key(group, leaf)}\0${page.start}`, size, () =>
      pageValues(this.#file.handle, leaf, chunk, dictionary, page),
    )
    return { values, firstRow: page.firstRow }
  }

  async #list(group: Group, leaf: LeafColumn, chunk: ColumnMetaData): Promise<unknown[]> {
    const bytes = Number(chunk.total_uncompressed_size)
    if (bytes > largestListColumn) return []
    return this.#load(key(group, leaf), bytes + group.rows * bytesAValue, () =>
      chunkValues(this.#file.handle, leaf, chunk, group.rows),
    )
  }

  #pagesOf(group: Group, leaf: LeafColumn, chunk: ColumnMetaData): Promise<Pages> {
    const name = key(group, leaf)
    const found = this.#pages.get(name) ?? pagesOf(this.#file.handle, chunk)
    this.#pages.set(name, found)
    found.catch(() => this.#pages.delete(name))
    return found
  }

  #load(name: string, bytes: number, read: () => Promise<unknown[]>): Promise<unknown[]> {
    const loaded = this.#loaded.get(name) ?? { values: read(), bytes }
    if (!this.#loaded.delete(name)) this.#loadedBytes += bytes
    this.#loaded.set(name, loaded)
    for (const oldest of this.#loaded.keys()) {
      if (this.#loadedBytes <= kept || oldest === name) break
      this.#forget(oldest)
    }
    loaded.values.catch(() => this.#forget(name))
    return loaded.values
  }

  #forget(name: string): void {
    this.#loadedBytes -= this.#loaded.get(name)?.bytes ?? 0
    this.#loaded.delete(name)
  }

  /** Forgets where the pages of a group are, which is much for a file of many groups. */
  leave(group: Group): void {
    for (const leaf of this.leaves) this.#pages.delete(key(group, leaf))
  }

  close(): Promise<void> {
    return this.#file.handle.close()
  }
}

const key = (group: Group, leaf: LeafColumn): string => `${group.index}\0${leaf.pathInSchema.join('\0')}`

function pageOf(pages: readonly Page[], row: number): Page {
  let low = 0
  let high = pages.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pages[middle]?.firstRow ?? 0) <= row) low = middle
    else high = middle - 1
  }
  const page = pages[low]
  if (!page || row >= page.firstRow + page.rows) throw new Error(say`a row is missing in it`)
  return page
}
