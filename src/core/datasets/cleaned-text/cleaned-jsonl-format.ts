import { z } from 'zod'
import type { DatasetFormat } from '../dataset-format.ts'
import { readJsonLines } from '../read-json-lines.ts'
import { cleanedText, contentLines, keptTexts } from './cleaned-text.ts'

const recordSchema = z.object({ id: z.string(), text: z.string() })

/** Cleaned text, a document a line: `{"id", "text"}`. */
export const cleanedJsonlFormat: DatasetFormat = {
  name: 'cleaned-jsonl',
  layout: 'file',
  extension: '.jsonl',
  units: [],
  pieces(document, context) {
    const record: z.infer<typeof recordSchema> = { id: document.id, text: cleanedText(document, context) }
    return [{ path: '', text: `${JSON.stringify(record)}\n` }]
  },
  carries: (document, { labels }) => contentLines(keptTexts(document, labels)),
  read: (chunks) =>
    readJsonLines(chunks, recordSchema, ({ id, text }) => ({ id, lines: contentLines([text]) })),
}
