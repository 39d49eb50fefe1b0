import { z } from 'zod'
import { say } from '../../sentences/say.ts'
import type { DatasetDocument } from '../dataset-document.ts'
import type { DatasetFormat } from '../dataset-format.ts'
import { readJsonLines } from '../read-json-lines.ts'

const recordSchema = z
  .object({ id: z.string(), lines: z.array(z.string()), labels: z.array(z.string().nullable()) })
  .refine(({ lines, labels }) => lines.length === labels.length, {
    error: () => say`there are not as many labels as lines`,
  })

/** A label for each segment, a document a line: `{"id", "lines", "labels"}`. A label that is null was not given. */
export const lineLabelsFormat: DatasetFormat = {
  name: 'line-labels',
  layout: 'file',
  extension: '.jsonl',
  units: [],
  carriesUnlabelled: true,
  pieces(document) {
    const lines = linesOfDocument(document)
    const record: z.infer<typeof recordSchema> = {
      id: document.id,
      lines: lines.map(({ text }) => text),
      labels: lines.map(({ label }) => label),
    }
    return [{ path: '', text: `${JSON.stringify(record)}\n` }]
  },
  carries: linesOfDocument,
  read: (chunks) =>
    readJsonLines(chunks, recordSchema, ({ id, lines, labels }) => ({
      id,
      lines: lines.map((text, index) => ({ text, label: labels[index] ?? null })),
    })),
}

function linesOfDocument({ text, segments }: DatasetDocument): { text: string; label: string | null }[] {
  return segments.map(({ start, end, label }) => ({ text: text.slice(start, end), label }))
}
