import type { DatasetDocument } from '../dataset-document.ts'
import type { FormatContext } from '../dataset-format.ts'

const separators = { line: '\n', 'blank-line': '\n\n' } as const

/**
 * What a cleaner would leave of the document: the segments whose label is kept, with the separator between them and a
 * line end after the last. Segments without a label are left out.
 */
export function cleanedText(document: DatasetDocument, { labels, options }: FormatContext): string {
  const kept = keptTexts(document, labels)
  return kept.length === 0 ? '' : `${kept.join(separators[options.separator])}\n`
}

/** The texts of the segments whose label is kept, in order. */
export function keptTexts({ text, segments }: DatasetDocument, labels: FormatContext['labels']): string[] {
  const keep = new Set(labels.filter((label) => label.keep).map((label) => label.name))
  return segments
    .filter(({ label }) => label !== null && keep.has(label))
    .map(({ start, end }) => text.slice(start, end))
}

/** The lines of these texts that are not blank, as readers of cleaned text give them back. */
export const contentLines = (texts: readonly string[]): { text: string; label: string }[] =>
  texts
    .flatMap((text) => text.split(/\r\n|\r|\n/))
    .map((line) => ({ text: line.trim(), label: 'content' }))
    .filter(({ text }) => text !== '')
