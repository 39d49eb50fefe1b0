import { boilernet } from './boilernet/boilernet.ts'
import { cleanedJsonlFormat } from './cleaned-text/cleaned-jsonl-format.ts'
import { cleanedTextFormat } from './cleaned-text/cleaned-text-format.ts'
import { cleaneval } from './cleaneval/cleaneval.ts'
import { conll } from './conll/conll.ts'
import { conllLines } from './conll-lines/conll-lines.ts'
import { csv, tsv } from './csv/csv-format.ts'
import type { DatasetFormat } from './dataset-format.ts'
import { doccano } from './doccano/doccano-format.ts'
import { dragnet } from './dragnet/dragnet.ts'
import { jsonlFormat } from './jsonl/jsonl-format.ts'
import { l3sGn1 } from './l3s-gn1/l3s-gn1.ts'
import { labelStudio } from './label-studio/label-studio-format.ts'
import { lineLabelsFormat } from './line-labels/line-labels-format.ts'
import { pairsFormat } from './pairs/pairs-format.ts'
import { prodigy } from './prodigy/prodigy-format.ts'
import { spacy } from './spacy/spacy-format.ts'

/** The formats that are written as text, in the order in which they are shown. */
export const datasetFormats: readonly DatasetFormat[] = [
  jsonlFormat,
  cleanedTextFormat,
  cleanedJsonlFormat,
  pairsFormat,
  lineLabelsFormat,
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

/** The format of this name, if it is one that is written as text. */
export const formatNamed = (name: string): DatasetFormat | undefined =>
  datasetFormats.find((format) => format.name === name)
