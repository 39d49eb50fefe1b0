import type { ImportFormat } from './import-formats.ts'

const byName: readonly (readonly [RegExp, ImportFormat])[] = [
  [/\.html\.corrected\.txt$/i, 'dragnet'],
  [/\.conll$/i, 'conll'],
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
  if (/^\s*\{/.test(head)) return guessJsonLines(head)
  return /\.(txt|md|markdown)$/i.test(name) ? 'text' : null
}

function guessJsonLines(head: string): ImportFormat | null {
  return /"segments"\s*:/.test(head) ? 'jsonl' : null
}
