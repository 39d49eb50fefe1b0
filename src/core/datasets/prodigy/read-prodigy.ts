import { z } from 'zod'
import { labelOrigins } from '../../segment.ts'
import { say } from '../../sentences/say.ts'
import { documentFactsSchema, readFacts } from '../document-facts.ts'
import { linesOf } from '../lines-of.ts'
import { parseRecord } from '../parse-record.ts'
import { isTrouble, nothingRead, type ReadDocument, type ReadTrouble } from '../read-document.ts'
import { recogniseUnit } from '../recognise-unit.ts'

const taskSchema = z.object({
  text: z.string(),
  spans: z
    .array(
      z.object({
        start: z.int().nonnegative(),
        end: z.int().nonnegative(),
        label: z.string().min(1),
        text: z.string().nullable().default(null),
        by: z.enum(labelOrigins).optional().catch(undefined),
        from: z.string().min(1).max(8192).optional().catch(undefined),
        score: z.number().min(0).max(1).optional().catch(undefined),
      }),
    )
    .default([]),
  answer: z.enum(['accept', 'reject', 'ignore']).default('accept'),
  meta: documentFactsSchema.optional().catch(undefined),
  _annotator_id: z.string().min(1).nullish().catch(undefined),
})

/** What Prodigy's `db-out` writes, a task a line. What was rejected is no label, and is named as such. */
export async function* readProdigy(
  chunks: AsyncIterable<string>,
): AsyncGenerator<ReadDocument | ReadTrouble> {
  for await (const { number, text } of linesOf(chunks)) {
    if (text.trim() === '') continue
    const where = say`line ${number}`
    const parsed = parseRecord(taskSchema, text, where)
    yield isTrouble(parsed) ? parsed : documentOf(parsed.record, where)
  }
}

function documentOf(task: z.infer<typeof taskSchema>, where: string): ReadDocument | ReadTrouble {
  if (task.answer === 'reject')
    return { where, reason: say`Its answer is reject: its labels are said to be wrong.` }
  const facts = readFacts(task.meta ?? {})
  const spans = task.spans.map(({ score, ...span }) => ({ ...span, confidence: score }))
  return {
    ...nothingRead,
    ...facts,
    ...recogniseUnit(task.text, spans, 'codepoint'),
    where,
    text: task.text,
    annotator: facts.annotator ?? task._annotator_id ?? null,
    status: facts.status ?? (task.answer === 'ignore' ? 'skipped' : null),
  }
}
