import type { DatasetDocument } from '../../core/datasets/dataset-document.ts'
import { documentRow, segmentRows } from '../../core/datasets/parquet/dataset-rows.ts'
import { documentColumns, type RowColumn, segmentColumns } from '../../core/datasets/parquet/row-columns.ts'
import type { ExportFiles } from './export-files.ts'
import type { WriterContext } from './export-writer.ts'
import type { HashedFile } from './hashed-file.ts'
import { ParquetFile } from './parquet/parquet-file.ts'

/** What a table is made by: what its rows are, and in what its offsets count. */
type TableContext = Pick<WriterContext, 'options' | 'unit' | 'corpus' | 'labels'>

/** The columns of a dataset's table. */
export const tableColumns = ({ options }: TableContext, withSplit: boolean): readonly RowColumn[] =>
  options.parquetRows === 'documents' ? documentColumns(withSplit) : segmentColumns(withSplit)

/** The rows of a document. @throws RangeError if it cannot be written faithfully */
export const tableRows = (document: DatasetDocument, { options, unit }: TableContext) =>
  options.parquetRows === 'documents' ? [documentRow(document, unit)] : segmentRows(document, unit)

/** A Parquet file of a dataset while it is written. */
export class OpenParquet {
  readonly path: string
  readonly #file: HashedFile
  readonly #parquet: ParquetFile

  private constructor(path: string, file: HashedFile, parquet: ParquetFile) {
    this.path = path
    this.#file = file
    this.#parquet = parquet
  }

  /** @param path below the dataset; '' for the dataset itself */
  static async create(
    files: ExportFiles,
    path: string,
    columns: readonly RowColumn[],
    { corpus, unit, labels }: TableContext,
  ): Promise<OpenParquet> {
    const file = await files.create(path)
    const facts = { corpus, offsets: unit, labels: labels.map(({ name, keep }) => ({ name, keep })) }
    return new OpenParquet(path, file, new ParquetFile(file, columns, { winnow: JSON.stringify(facts) }))
  }

  get rows(): number {
    return this.#parquet.rows
  }

  get bytes(): number {
    return this.#parquet.bytes
  }

  /** @throws RangeError if the document cannot be written faithfully, with nothing of it written */
  async add(document: DatasetDocument, context: TableContext): Promise<void> {
    for (const row of tableRows(document, context))
      await this.#parquet.add(row, typeof row.text === 'string' ? row.text.length : 0)
  }

  async end(): Promise<void> {
    await this.#parquet.end()
    await this.#file.close()
  }
}
