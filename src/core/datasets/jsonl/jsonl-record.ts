import { z } from 'zod'
import { statuses } from '../../annotation.ts'
import { fromUtf16, offsetUnits, type StoredUnit } from '../../offsets.ts'
import { bareMark, labelOrigins } from '../../segment.ts'
import { type DatasetDocument, splitNames } from '../dataset-document.ts'

const offset = z.int().nonnegative()

/** One line of Winnow's JSONL: a document with its text and its segments. */
export const jsonlRecordSchema = z.strictObject({
  id: z.string().describe('The path of the document below the corpus, with “/”.'),
  text: z.string().describe('What the dump says, letter by letter; never normalised.'),
  offsets: z
    .enum(offsetUnits)
    .describe('In what start and end count: code points of Unicode, UTF-16 code units or bytes of UTF-8.'),
  annotator: z.string().describe('Whose labels they are.'),
  status: z.enum(statuses).describe('How far the annotator has come with the document.'),
  note: z.string().optional().describe('What the annotator wrote of the document.'),
  sha256: z.string().describe('SHA-256, in hexadecimal, of the bytes that the text was decoded from.'),
  encoding: z.string().describe('In what those bytes were encoded, as Python names it.'),
  url: z.string().nullable().describe('Where the page was, if known.'),
  site: z.string().nullable().describe('The registrable domain or the folder that the document belongs to.'),
  language: z.string().nullable().describe('The shortest code of ISO 639, if known.'),
  date: z.string().nullable().describe('When the page was made or fetched, as its record says.'),
  split: z.enum(splitNames).optional().describe('The part of the dataset that the document is in.'),
  metadata: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .describe('The other columns of the record, by their paths; texts are cut at 500 UTF-16 code units.'),
  segments: z.array(
    z.strictObject({
      start: offset.describe('Where the segment begins.'),
      end: offset.describe('Where it ends; what stands there is no part of it.'),
      text: z.string().describe('The text between start and end.'),
      label: z.string().nullable().describe('Null: nobody has said what it is.'),
      by: z
        .enum(labelOrigins)
        .nullable()
        .describe(
          'How the label came to be: by hand, a suggestion that was accepted, or from a repeat of the line or a rule. Null: by no annotator.',
        ),
      from: z
        .string()
        .optional()
        .describe('Where a propagated label comes from: the id of a document, or “rule”.'),
      toReview: z
        .literal(true)
        .optional()
        .describe('The dump changed under the label, and nobody has looked at it since.'),
    }),
  ),
})

export type JsonlRecord = z.infer<typeof jsonlRecordSchema>

/**
 * The record of one document, with offsets counted in `unit`.
 * @throws RangeError if a segment begins or ends inside a character
 */
export function jsonlRecord(document: DatasetDocument, unit: StoredUnit): JsonlRecord {
  const { text, segments } = document
  const offsets = fromUtf16(
    text,
    segments.flatMap(({ start, end }) => [start, end]),
    unit,
  )
  return {
    id: document.id,
    text,
    offsets: unit,
    annotator: document.annotator,
    status: document.status,
    ...(document.note === '' ? {} : { note: document.note }),
    sha256: document.sha256,
    encoding: document.encoding,
    url: document.url,
    site: document.site,
    language: document.language,
    date: document.date,
    ...(document.split === null ? {} : { split: document.split }),
    metadata: { ...document.metadata },
    segments: segments.map((segment, index) => ({
      start: offsets[2 * index] ?? 0,
      end: offsets[2 * index + 1] ?? 0,
      text: text.slice(segment.start, segment.end),
      ...bareMark(segment),
    })),
  }
}
