import { z } from 'zod'
import { encodings } from './encoding.ts'
import { readerNames } from './reader-name.ts'
import { readingChoiceSchema } from './reading-choice.ts'

const corpus = z.string().min(1).max(64)
const path = z.string().max(8192)
const columns = readingChoiceSchema.shape.columns

/** The most dumps that a preview can be chosen of, and of a preview the most records and their longest text. */
export const previewLimits = { files: 200, records: 3, text: 400 } as const

const previewSchema = z.object({
  /** What the corpus says at the moment. */
  chosen: readingChoiceSchema,
  /** Dumps to look into, those with columns first, {@link previewLimits} at most. */
  files: z.array(z.object({ id: path, reader: z.enum(readerNames) })),
  /** The dump that was looked into; null where there is none. */
  file: path.nullable(),
  /** All columns that its first records have, and what is guessed of them; none where it has no columns. */
  columns: z.array(z.string()),
  guess: columns,
  /** Its first documents with the choice that was asked about. */
  records: z.array(
    z.object({
      text: z.string(),
      encoding: z.enum(encodings),
      undecodable: z.int().nonnegative(),
      facts: z.array(z.object({ role: z.enum(['id', 'url', 'language', 'date']), value: z.string() })),
    }),
  ),
  /** The sentence that says why it cannot be read. */
  trouble: z.string().nullable(),
})

/** The calls about how the dumps of a corpus are read. */
export const readingCalls = {
  /** What a dump of the corpus becomes if it is read by `choice`; by what the corpus says, if that is not given. */
  previewReading: {
    request: z.object({
      corpus,
      /** The first one with columns, if not given. */
      file: path.optional(),
      choice: readingChoiceSchema.optional(),
    }),
    reply: previewSchema,
  },
  /** Reads all dumps anew by `choice`. Labels of documents that become other texts are kept until they are settled. */
  setReading: { request: z.object({ corpus, choice: readingChoiceSchema }), reply: z.object({}) },
}

export type ReadingPreview = z.infer<typeof previewSchema>
