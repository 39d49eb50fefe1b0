import type { DatasetDocument } from '../../core/datasets/dataset-document.ts'
import type { DatasetFile, DatasetFormat, FormatContext } from '../../core/datasets/dataset-format.ts'
import type { ExportOptions } from '../../core/datasets/export-options.ts'
import type { ExportFormat } from '../../core/datasets/format-names.ts'
import { datasetFormats } from '../../core/datasets/formats.ts'
import type { OffsetUnit } from '../../core/offsets.ts'
import type { ExportFiles } from './export-files.ts'
import type { ExportLayout } from './export-target.ts'
import type { ExportWriter, WriterContext } from './export-writer.ts'
import { huggingFaceKind, parquetKind } from './parquet-kinds.ts'
import { TextFormatWriter } from './text-format-writer.ts'

/** A kind of dataset, whether it is text or not. */
export interface DatasetKind {
  readonly name: ExportFormat
  /** In what its offsets may count, the default first; none where it has no offsets. */
  readonly units: readonly OffsetUnit[]
  layout(options: ExportOptions, isSplit: boolean): ExportLayout
  writer(files: ExportFiles, context: WriterContext): ExportWriter
  /** What the document becomes, as text that people can read. @throws RangeError if it cannot be written */
  preview(document: DatasetDocument, context: FormatContext): readonly DatasetFile[]
}

const folder: ExportLayout = { kind: 'folder', extension: '' }

const textKind = (format: DatasetFormat): DatasetKind => ({
  name: format.name,
  units: format.units,
  layout: (_, isSplit) =>
    isSplit || format.layout === 'folder' ? folder : { kind: 'file', extension: format.extension },
  writer: (files, context) => new TextFormatWriter(format, files, context),
  preview: (document, context) => format.pieces(document, context),
})

const kinds = new Map(
  [...datasetFormats.map(textKind), parquetKind, huggingFaceKind].map((kind) => [kind.name, kind]),
)

/** The kind of dataset of this name. */
export function datasetKind(name: ExportFormat): DatasetKind {
  const kind = kinds.get(name)
  if (!kind) throw new Error(`there is no format ${name}`)
  return kind
}
