/** The formats in which datasets go out. */
export const exportFormats = [
  'jsonl',
  'text',
  'conll',
  'conll-lines',
  'cleaneval',
  'dragnet',
  'boilernet',
  'l3s-gn1',
] as const

export type ExportFormat = (typeof exportFormats)[number]
