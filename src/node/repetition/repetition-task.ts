import { z } from 'zod'
import { columnRowsSchema } from '../../core/contract-columns.ts'
import { repetitionCalls } from '../../core/contract-repetition.ts'
import { segmentationRules } from '../../core/segmentation/rules.ts'
import { threadDocumentsSchema } from '../thread-documents.ts'

const count = z.int().nonnegative()
const documents = z.array(z.string())

/** What a repetition thread reads. */
export const threadCorpusSchema = z.object({
  listed: threadDocumentsSchema,
  home: z.string(),
  annotator: z.string(),
  rule: z.enum(segmentationRules),
})

export type ThreadCorpus = z.infer<typeof threadCorpusSchema>

/** The segments of a document as they are asked about. */
export const askedSegmentsSchema = z.object({ document: z.string(), bounds: z.instanceof(Uint32Array) })

export type AskedSegments = z.infer<typeof askedSegmentsSchema>

/** What a repetition thread is asked to do. */
export const repetitionTaskSchema = z.discriminatedUnion('kind', [
  /** Read what is new, changed or gone. */
  z.object({ kind: z.literal('read'), listed: threadDocumentsSchema, rule: z.enum(segmentationRules) }),
  /** The labels of these documents changed; null: whichever did. */
  z.object({ kind: z.literal('relabelled'), documents: documents.nullable() }),
  z.object({ kind: z.literal('count'), segments: z.array(askedSegmentsSchema) }),
  z.object({ kind: z.literal('list'), request: repetitionCalls.listRepeats.request }),
  /** The documents that may have one of the lines with these keys, once all have been read. */
  z.object({ kind: z.literal('find'), keys: z.array(z.string()) }),
  /** How many of its lines each document shares with others, once all have been read. */
  z.object({ kind: z.literal('shares') }),
  /** Read no further, and answer once nothing is being written. */
  z.object({ kind: z.literal('stop') }),
])

export type RepetitionTask = z.infer<typeof repetitionTaskSchema>

/** What a repetition thread answers, by what it is asked. */
export const repetitionAnswers = {
  read: z.object({}),
  relabelled: z.object({}),
  /** One for each document that was asked about. */
  count: z.array(repetitionCalls.repeatsOfDocument.reply),
  list: repetitionCalls.listRepeats.reply,
  find: documents,
  /** In percent. */
  shares: z.array(columnRowsSchema),
  stop: z.object({}),
} satisfies Record<RepetitionTask['kind'], z.ZodType>

/** What a repetition thread tells unasked: how many documents it has read. */
export const readProgressSchema = z.object({ done: count, total: count, ready: z.boolean() })

export type ReadProgress = z.infer<typeof readProgressSchema>
