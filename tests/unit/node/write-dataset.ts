import { join } from 'node:path'
import type { OpenDocument } from '../../../src/core/contract.ts'
import { boilernet } from '../../../src/core/datasets/boilernet/boilernet.ts'
import { cleaneval } from '../../../src/core/datasets/cleaneval/cleaneval.ts'
import { conll } from '../../../src/core/datasets/conll/conll.ts'
import { conllLines } from '../../../src/core/datasets/conll-lines/conll-lines.ts'
import { csv, tsv } from '../../../src/core/datasets/csv/csv-format.ts'
import type { DatasetDocument } from '../../../src/core/datasets/dataset-document.ts'
import type { DatasetFormat, FormatContext } from '../../../src/core/datasets/dataset-format.ts'
import { doccano } from '../../../src/core/datasets/doccano/doccano-format.ts'
import { dragnet } from '../../../src/core/datasets/dragnet/dragnet.ts'
import { exportOptionsSchema } from '../../../src/core/datasets/export-options.ts'
import { l3sGn1 } from '../../../src/core/datasets/l3s-gn1/l3s-gn1.ts'
import { labelStudio } from '../../../src/core/datasets/label-studio/label-studio-format.ts'
import { prodigy } from '../../../src/core/datasets/prodigy/prodigy-format.ts'
import { spacy } from '../../../src/core/datasets/spacy/spacy-format.ts'
import { simpleLabelSet } from '../../../src/core/label-set.ts'
import { putFiles, temporaryFolder } from './temporary-folder.ts'

/** The formats that {@link writeDataset} writes. */
export const writtenFormats = [
  csv,
  tsv,
  labelStudio,
  doccano,
  prodigy,
  spacy,
  conll,
  conllLines,
  cleaneval,
  dragnet,
  boilernet,
  l3sGn1,
]

/** Writes the documents as a dataset of this format, as they are labelled, and returns the path of its file or folder. */
export function writeDataset(format: DatasetFormat, documents: readonly OpenDocument[]): string {
  const { layout, extension, units } = format
  const context: FormatContext = {
    corpus: 'corpus',
    labels: simpleLabelSet.labels,
    unit: units[0] ?? 'codepoint',
    options: exportOptionsSchema.parse({}),
  }
  const pieces = documents.flatMap((document) => format.pieces(datasetDocument(document), context))
  const { before, between, after } = format.frame?.(context) ?? { before: '', between: '', after: '' }
  const name = `dataset${extension}`
  const files =
    layout === 'folder'
      ? Object.fromEntries(pieces.map(({ path, text }) => [path, text]))
      : { [name]: before + pieces.map(({ text }) => text).join(between) + after }
  const folder = temporaryFolder()
  putFiles(folder, files)
  return layout === 'folder' ? folder : join(folder, name)
}

function datasetDocument({ document, text, status, note, bounds, marks }: OpenDocument): DatasetDocument {
  const segments = marks
    .flatMap(({ count, mark }) => Array.from({ length: count }, () => mark))
    .map((mark, index) => ({ start: bounds[2 * index] ?? 0, end: bounds[2 * index + 1] ?? 0, ...mark }))
  const unknown = { url: null, site: null, language: null, date: null, html: null, split: null }
  const facts = { annotator: 'ann', sha256: '', encoding: 'utf-8', metadata: {} }
  return { id: document, text, status, note, segments, ...facts, ...unknown }
}
