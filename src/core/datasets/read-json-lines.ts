import type { z } from 'zod'
import { say } from '../sentences/say.ts'
import { linesOf } from './lines-of.ts'
import { parseRecord } from './parse-record.ts'
import { isTrouble, nothingRead, type ReadDocument, type ReadTrouble } from './read-document.ts'

/** Reads JSON with a record a line; `says` tells what a record says of its document. Blank lines do not count. */
export async function* readJsonLines<T>(
  chunks: AsyncIterable<string>,
  schema: z.ZodType<T>,
  says: (record: T) => Partial<ReadDocument>,
): AsyncGenerator<ReadDocument | ReadTrouble> {
  for await (const { number, text } of linesOf(chunks)) {
    if (text.trim() === '') continue
    const where = say`line ${number}`
    const parsed = parseRecord(schema, text, where)
    yield isTrouble(parsed) ? parsed : { ...nothingRead, ...says(parsed.record), where }
  }
}
