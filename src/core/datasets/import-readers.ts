import { boilernet } from './boilernet/boilernet.ts'
import { readCleanedText } from './cleaned-text/read-cleaned-text.ts'
import { cleaneval } from './cleaneval/cleaneval.ts'
import { conll } from './conll/conll.ts'
import { conllLines } from './conll-lines/conll-lines.ts'
import { csv, tsv } from './csv/csv-format.ts'
import type { DatasetFormat } from './dataset-format.ts'
import { doccano } from './doccano/doccano-format.ts'
import { dragnet } from './dragnet/dragnet.ts'
import type { ImportFormat } from './import-formats.ts'
import { readJsonl } from './jsonl/read-jsonl.ts'
import { l3sGn1 } from './l3s-gn1/l3s-gn1.ts'
import { labelStudio } from './label-studio/label-studio-format.ts'
import { prodigy } from './prodigy/prodigy-format.ts'
import { spacy } from './spacy/spacy-format.ts'

/** How files of a format are read, and how their names end in a folder. */
export type ImportReader = Required<Pick<DatasetFormat, 'extension' | 'read'>>

const readers: Readonly<Record<ImportFormat, Pick<DatasetFormat, 'extension' | 'read'>>> = {
  jsonl: { extension: '.jsonl', read: readJsonl },
  text: { extension: '.txt', read: readCleanedText },
  csv,
  tsv,
  'label-studio': labelStudio,
  doccano,
  prodigy,
  spacy,
  conll,
  'conll-lines': conllLines,
  cleaneval,
  dragnet,
  boilernet,
  'l3s-gn1': l3sGn1,
}

export function readerOf(format: ImportFormat): ImportReader {
  const { extension, read } = readers[format]
  if (!read) throw new Error(`there is no reader of ${format}`)
  return { extension, read }
}

/** Those whose labels are tags of their own, which mean a label of the label set but are none. */
export const taggedFormats: ReadonlySet<ImportFormat> = new Set([
  'text',
  'cleaneval',
  'dragnet',
  'boilernet',
  'l3s-gn1',
])
