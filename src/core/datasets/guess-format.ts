import type { ImportFormat } from './import-formats.ts'

const byName: readonly (readonly [RegExp, ImportFormat])[] = [
  [/\.html\.corrected\.txt$/i, 'dragnet'],
  [/\.(conll|iob|bio)$/i, 'conll'],
]

const byBeginning: readonly (readonly [RegExp, ImportFormat])[] = [
  [/\b__boilernet_label=/, 'boilernet'],
  [/\bclass="[^"]*\bx-nc-sel\d/, 'l3s-gn1'],
  [/^\s*URL:[^\n]*\n\s*(<[phl]>|$)/i, 'cleaneval'],
  [/^-DOCSTART-\s+\S+\s+\S+\s+O\s*$/m, 'conll'],
  [/^-DOCSTART-\t/m, 'conll-lines'],
]

/** The format of a file with labels, by its name and its beginning as text; null where nothing tells. */
export function guessFormat(name: string, head: string): ImportFormat | null {
  const named = byName.find(([pattern]) => pattern.test(name))
  if (named) return named[1]
  const told = byBeginning.find(([pattern]) => pattern.test(head))
  if (told) return told[1]
  if (/^\s*[[{]/.test(head)) return guessJson(head)
  if (/\.csv$/i.test(name)) return 'csv'
  if (/\.(tsv|tab)$/i.test(name)) return 'tsv'
  return /\.(txt|md|markdown)$/i.test(name) ? 'text' : null
}

/**
 * The format that the manifest of a dataset of Winnow's says it has, as it is written there; null where `head`, the
 * beginning of a file, is not that of a manifest.
 */
export const formatOfManifest = (head: string): string | null =>
  /^\{\s*"manifest":\s*\d+,[^{}]*?"format":\s*"([^"]+)"/.exec(head)?.[1] ?? null

/** By what only one of them has; a name of a text's own has a backslash before its quotation marks. */
const jsonMarks: readonly (readonly [RegExp, ImportFormat])[] = [
  [
    /"(annotations|completions)"\s*:\s*\[|"annotation_id"\s*:|^\s*\[\s*\{[^"]*"data"\s*:\s*\{/,
    'label-studio',
  ],
  [/"(_task_hash|_input_hash|token_start)"\s*:/, 'prodigy'],
  [/"entities"\s*:\s*\[\s*[[\]]/, 'spacy'],
  [/"start_offset"\s*:|"labels?"\s*:\s*\[\s*[[\]]/, 'doccano'],
  [/"segments"\s*:/, 'jsonl'],
]

const guessJson = (head: string): ImportFormat | null =>
  jsonMarks.find(([pattern]) => pattern.test(head))?.[1] ?? null
