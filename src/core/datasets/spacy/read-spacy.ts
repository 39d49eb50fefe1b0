import { z } from 'zod'
import { say } from '../../sentences/say.ts'
import { documentFactsSchema, readFacts } from '../document-facts.ts'
import { linesOf } from '../lines-of.ts'
import { parseRecord } from '../parse-record.ts'
import { isTrouble, nothingRead, type ReadDocument, type ReadTrouble } from '../read-document.ts'

const offset = z.int().nonnegative()
const entitiesSchema = z.array(z.tuple([offset, offset, z.string().min(1)]))
const exampleSchema = z.object({
  text: z.string(),
  entities: entitiesSchema,
  meta: documentFactsSchema.optional().catch(undefined),
})

/** As Winnow writes it, or `["text", {"entities": […]}]` as training data of spaCy 2 has it. */
const lineSchema = z.union([
  exampleSchema,
  z
    .tuple([z.string(), z.object({ entities: entitiesSchema })])
    .transform(([text, { entities }]) => ({ text, entities, meta: undefined })),
])

/** Examples for spaCy, one a line, with entities as code points. */
export async function* readSpacy(chunks: AsyncIterable<string>): AsyncGenerator<ReadDocument | ReadTrouble> {
  for await (const { number, text } of linesOf(chunks)) {
    if (text.trim() === '') continue
    const where = say`line ${number}`
    const parsed = parseRecord(lineSchema, text, where)
    if (isTrouble(parsed)) yield parsed
    else {
      const { record } = parsed
      yield {
        ...nothingRead,
        ...readFacts(record.meta ?? {}),
        where,
        text: record.text,
        spans: record.entities.map(([start, end, label]) => ({ start, end, label, text: null })),
      }
    }
  }
}
