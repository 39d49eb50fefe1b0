import { z } from 'zod'
import { cleanedText, contentLines, keptTexts } from '../cleaned-text/cleaned-text.ts'
import type { DatasetFormat } from '../dataset-format.ts'
import { readJsonLines } from '../read-json-lines.ts'

const recordSchema = z.object({ id: z.string(), input: z.string(), output: z.string() })

/** What a sequence model learns from: the text of the dump and what a cleaner would leave of it, a document a line. */
export const pairsFormat: DatasetFormat = {
  name: 'pairs',
  layout: 'file',
  extension: '.jsonl',
  units: [],
  pieces(document, context) {
    const record: z.infer<typeof recordSchema> = {
      id: document.id,
      input: document.text,
      output: cleanedText(document, context),
    }
    return [{ path: '', text: `${JSON.stringify(record)}\n` }]
  },
  carries: (document, { labels }) => contentLines(keptTexts(document, labels)),
  read: (chunks) =>
    readJsonLines(chunks, recordSchema, ({ id, input, output }) => ({
      id,
      text: input,
      lines: contentLines([output]),
    })),
}
