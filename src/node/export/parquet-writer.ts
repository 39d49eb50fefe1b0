import type { DatasetDocument } from '../../core/datasets/dataset-document.ts'
import type { ExportFiles } from './export-files.ts'
import type { ExportWriter, WriterContext } from './export-writer.ts'
import { OpenParquet, tableColumns } from './open-parquet.ts'

/** Whether the splits go into folders of their own, as Hive, Spark and DuckDB partition. */
export const isPartitioned = ({ options, split }: Pick<WriterContext, 'options' | 'split'>): boolean =>
  split !== null && options.parquetSplit === 'folders'

/** Writes one Parquet file, or one in a folder `split=train` for each split. */
export class ParquetTableWriter implements ExportWriter {
  readonly #files: ExportFiles
  readonly #context: WriterContext
  /** By their paths. */
  readonly #open = new Map<string, OpenParquet>()

  constructor(files: ExportFiles, context: WriterContext) {
    this.#files = files
    this.#context = context
  }

  async add(document: DatasetDocument): Promise<void> {
    const folder = isPartitioned(this.#context) ? `split=${document.split}/` : ''
    const file = await this.#fileAt(folder === '' ? '' : `${folder}part-00000.parquet`)
    await file.add(document, this.#context)
  }

  async end(): Promise<void> {
    if (!isPartitioned(this.#context)) await this.#fileAt('')
    for (const file of this.#open.values()) await file.end()
  }

  async #fileAt(path: string): Promise<OpenParquet> {
    const known = this.#open.get(path)
    if (known) return known
    const withSplit = this.#context.split !== null && path === ''
    const columns = tableColumns(this.#context, withSplit)
    const file = await OpenParquet.create(this.#files, path, columns, this.#context)
    this.#open.set(path, file)
    return file
  }
}
