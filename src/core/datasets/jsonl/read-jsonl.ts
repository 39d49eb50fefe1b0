import { z } from 'zod'
import { statuses } from '../../annotation.ts'
import { offsetUnits } from '../../offsets.ts'
import { labelOrigins } from '../../segment.ts'
import { say } from '../../sentences/say.ts'
import { linesOf } from '../lines-of.ts'
import { parseRecord } from '../parse-record.ts'
import { isTrouble, nothingRead, type ReadDocument, type ReadTrouble } from '../read-document.ts'

const id = z.string().min(1).max(8192)

/**
 * One line of Winnow's JSONL, of which only the document's id and its segments have to be there. Lines of
 * `winnow suggest` name the document `document`. What is not named here does not matter.
 */
const jsonlRecordSchema = z
  .object({
    id: id.optional(),
    document: id.optional(),
    text: z.string().optional(),
    offsets: z.enum(offsetUnits).default('codepoint'),
    sha256: z.string().optional(),
    url: z.string().nullable().optional(),
    annotator: z.string().optional(),
    status: z.enum(statuses).optional(),
    segments: z.array(
      z.object({
        start: z.int().nonnegative(),
        end: z.int().nonnegative(),
        text: z.string().optional(),
        label: z.string().min(1).max(64).nullable(),
        by: z.enum(labelOrigins).nullable().optional(),
        from: id.optional(),
        confidence: z.number().min(0).max(1).optional(),
      }),
    ),
  })
  .refine((record) => record.id !== undefined || record.document !== undefined, {
    error: () => say`the id of the document is missing`,
  })

type JsonlRecord = z.infer<typeof jsonlRecordSchema>

/** Reads what Winnow's JSONL export writes, and `winnow suggest`: a document a line. */
export async function* readJsonl(chunks: AsyncIterable<string>): AsyncGenerator<ReadDocument | ReadTrouble> {
  for await (const { number, text } of linesOf(chunks)) {
    if (text.trim() === '') continue
    const where = say`line ${number}`
    const parsed = parseRecord(jsonlRecordSchema, text, where)
    yield isTrouble(parsed) ? parsed : documentOf(parsed.record, where)
  }
}

const documentOf = (record: JsonlRecord, where: string): ReadDocument => ({
  ...nothingRead,
  where,
  id: record.id ?? record.document ?? null,
  text: record.text ?? null,
  sha256: record.sha256 ?? null,
  url: record.url ?? null,
  annotator: record.annotator ?? null,
  status: record.status ?? null,
  unit: record.offsets,
  spans: record.segments.map((segment) => ({ ...segment, text: segment.text ?? null })),
})
