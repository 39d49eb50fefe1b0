import { z } from 'zod'
import { suggestionsCalls } from '../../core/contract-suggestions.ts'
import { labelSetSchema } from '../../core/label-set.ts'
import { errorCodes } from '../../core/winnow-error.ts'

const count = z.int().nonnegative()

/** For which corpus, and whose labels, a suggestion thread is. */
export const threadCorpusSchema = z.object({
  /** The folder of the corpus. */
  corpus: z.string(),
  home: z.string(),
  annotator: z.string(),
  documents: z.array(z.string()),
  labelSet: labelSetSchema,
  /** The version that the model without any labels has. */
  version: count,
})

export type ThreadCorpus = z.infer<typeof threadCorpusSchema>

/** What a suggestion thread is asked. */
export const suggestionTaskSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('learn'),
    labelSet: labelSetSchema,
    /** Documents whose labels changed; null: whichever did. */
    changed: z.array(z.string()).nullable(),
    version: count,
  }),
  z.object({
    kind: z.literal('suggest'),
    document: z.string(),
    bounds: z.instanceof(Uint32Array),
    first: count,
    count,
  }),
  z.object({ kind: z.literal('next'), count }),
])

export type SuggestionTask = z.infer<typeof suggestionTaskSchema>

/** A task as it travels; the answer carries the same number. */
export const numberedTaskSchema = z.object({ id: count, task: suggestionTaskSchema })

/** What a suggestion thread answers: of the kind it was asked, or that it could not. */
export const suggestionAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('learn'), documents: count, milliseconds: count }),
  z.object({ kind: z.literal('suggest'), reply: suggestionsCalls.suggestDocument.reply }),
  z.object({ kind: z.literal('next'), reply: suggestionsCalls.nextDocuments.reply }),
  z.object({ kind: z.literal('failed'), code: z.enum(errorCodes), message: z.string() }),
])

export type SuggestionAnswer = z.infer<typeof suggestionAnswerSchema>

export const numberedAnswerSchema = z.object({ id: count, answer: suggestionAnswerSchema })
