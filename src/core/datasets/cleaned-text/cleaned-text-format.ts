import type { DatasetFormat } from '../dataset-format.ts'
import { cleanedText, keptTexts } from './cleaned-text.ts'
import { readCleanedText } from './read-cleaned-text.ts'

/** Cleaned text, a file a document, under the document's own name. */
export const cleanedTextFormat: DatasetFormat = {
  name: 'text',
  layout: 'folder',
  extension: '.txt',
  units: [],
  pieces: (document, context) => [{ path: document.id, text: cleanedText(document, context) }],
  // Segments of several lines are read line by line.
  carries: (document, { labels }) =>
    keptTexts(document, labels)
      .flatMap((text) => text.split(/\r\n|\r|\n/))
      .map((line) => ({ text: line.trim(), label: 'content' }))
      .filter(({ text }) => text !== ''),
  read: readCleanedText,
}
