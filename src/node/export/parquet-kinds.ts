import type { DatasetDocument } from '../../core/datasets/dataset-document.ts'
import type { DatasetFile, FormatContext } from '../../core/datasets/dataset-format.ts'
import { offsetUnits } from '../../core/offsets.ts'
import type { DatasetKind } from './dataset-kinds.ts'
import { HuggingFaceWriter } from './hugging-face-writer.ts'
import { tableRows } from './open-parquet.ts'
import { ParquetTableWriter } from './parquet-writer.ts'

/** The rows of a document as people can read them. */
const previewRows = (document: DatasetDocument, context: FormatContext): readonly DatasetFile[] => [
  {
    path: '',
    text: tableRows(document, context)
      .map((row) => `${JSON.stringify(row, null, 2)}\n`)
      .join(''),
  },
]

/** One Parquet file, or partition folders. */
export const parquetKind: DatasetKind = {
  name: 'parquet',
  units: offsetUnits,
  layout: (options, isSplit) =>
    isSplit && options.parquetSplit === 'folders'
      ? { kind: 'folder', extension: '' }
      : { kind: 'file', extension: '.parquet' },
  writer: (files, context) => new ParquetTableWriter(files, context),
  preview: previewRows,
}

/** A folder as Hugging Face lays datasets out. */
export const huggingFaceKind: DatasetKind = {
  name: 'hugging-face',
  units: offsetUnits,
  layout: () => ({ kind: 'folder', extension: '' }),
  writer: (files, context) => new HuggingFaceWriter(files, context),
  preview: previewRows,
}
