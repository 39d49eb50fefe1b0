import type { z } from 'zod'
import { say } from '../sentences/say.ts'
import type { ReadTrouble } from './read-document.ts'

/** What `text`, JSON from a file of labels, says if it is as `schema` wants it; else the sentence why not. */
export function parseRecord<T>(
  schema: z.ZodType<T>,
  text: string,
  where: string,
): { record: T } | ReadTrouble {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { where, reason: say`It is not JSON: ${error.message}.` }
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return { record: parsed.data }
  const issue = parsed.error.issues[0]
  const fault = issue?.message ?? say`it does not fit`
  const place = issue?.path.map(String).join('.') ?? ''
  return {
    where,
    reason:
      place === ''
        ? say`It is no record of a document with labels: ${fault}.`
        : say`It is no record of a document with labels: ${fault} at ${place}.`,
  }
}
