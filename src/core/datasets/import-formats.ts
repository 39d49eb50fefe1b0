/** The formats in which labels can be taken in: those of datasets that have a reader. */
export const importFormats = [
  'jsonl',
  'text',
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
] as const

export type ImportFormat = (typeof importFormats)[number]
