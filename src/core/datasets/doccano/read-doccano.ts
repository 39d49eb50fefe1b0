import { z } from 'zod'
import { datasetUnits } from '../../offsets.ts'
import { say } from '../../sentences/say.ts'
import { documentFactsSchema, readFacts } from '../document-facts.ts'
import { parseRecord } from '../parse-record.ts'
import {
  isTrouble,
  nothingRead,
  type ReadDocument,
  type ReadSpan,
  type ReadTrouble,
} from '../read-document.ts'
import { recordsOf } from '../records-of.ts'

const offset = z.int().nonnegative()
const tripleSchema = z.tuple([offset, offset, z.string().min(1)])
const entitySchema = z.object({ start_offset: offset, end_offset: offset, label: z.string().min(1) })

const exampleSchema = documentFactsSchema.extend({
  text: z.string().optional(),
  /** What exports of doccano 1.5 call the text. */
  data: z.string().optional(),
  label: z.array(tripleSchema).optional(),
  labels: z.array(tripleSchema).optional(),
  entities: z.array(entitySchema).optional(),
  /** Only Winnow says it; in a file from elsewhere the project's own count is not known. */
  offsets: z.enum(datasetUnits).default('utf16').catch('utf16'),
})

/** What doccano exports of a sequence labelling project, as JSON Lines or JSON, in any of its forms. */
export async function* readDoccano(
  chunks: AsyncIterable<string>,
): AsyncGenerator<ReadDocument | ReadTrouble> {
  for await (const record of recordsOf(chunks)) {
    const parsed = isTrouble(record) ? record : parseRecord(exampleSchema, record.text, record.where)
    if (isTrouble(parsed)) yield parsed
    else if (!isTrouble(record)) yield documentOf(parsed.record, record.where)
  }
}

function documentOf(example: z.infer<typeof exampleSchema>, where: string): ReadDocument | ReadTrouble {
  const triples = example.label ?? example.labels
  const spans: ReadSpan[] | undefined =
    triples?.map(([start, end, label]) => ({ start, end, label, text: null })) ??
    example.entities?.map(({ start_offset, end_offset, label }) => ({
      start: start_offset,
      end: end_offset,
      label,
      text: null,
    }))
  if (!spans) return { where, reason: say`It has neither label nor entities.` }
  return {
    ...nothingRead,
    ...readFacts(example),
    where,
    text: example.text ?? example.data ?? null,
    unit: example.offsets,
    spans,
  }
}
