/** The formats in which datasets go out. */
export const exportFormats = [
  'jsonl',
  'text',
  'cleaned-jsonl',
  'pairs',
  'line-labels',
  'csv',
  'tsv',
  'label-studio',
  'doccano',
  'prodigy',
  'spacy',
  'conll',
  'conll-lines',
  'cleaneval',
  'dragnet',
  'boilernet',
  'l3s-gn1',
  'parquet',
  'hugging-face',
] as const

export type ExportFormat = (typeof exportFormats)[number]
