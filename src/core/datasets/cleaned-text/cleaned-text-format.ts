import type { DatasetFormat } from '../dataset-format.ts'
import { cleanedText, contentLines, keptTexts } from './cleaned-text.ts'
import { readCleanedText } from './read-cleaned-text.ts'

/** Cleaned text, a file a document, under the document's own name. */
export const cleanedTextFormat: DatasetFormat = {
  name: 'text',
  layout: 'folder',
  extension: '.txt',
  units: [],
  pieces: (document, context) => [{ path: document.id, text: cleanedText(document, context) }],
  // Segments of several lines are read line by line.
  carries: (document, { labels }) => contentLines(keptTexts(document, labels)),
  read: readCleanedText,
}
