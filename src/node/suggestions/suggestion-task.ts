import { z } from 'zod'
import { repetitionCalls } from '../../core/contract-repetition.ts'
import { suggestionsCalls } from '../../core/contract-suggestions.ts'
import { labelSetSchema } from '../../core/label-set.ts'
import type { DocumentTable } from '../../core/listing/document-table.ts'
import { segmentationRules } from '../../core/segmentation/rules.ts'
import type { DocumentSource } from '../document-source.ts'
import { askedSegmentsSchema } from '../repetition/repetition-task.ts'
import { threadDocumentsSchema } from '../thread-documents.ts'

const count = z.int().nonnegative()

/** For which corpus, and whose labels, a suggestion thread is. */
export const threadCorpusSchema = z.object({
  listed: threadDocumentsSchema,
  home: z.string(),
  annotator: z.string(),
  labelSet: labelSetSchema,
  /** The version that the model without any labels has. */
  version: count,
})

/** The corpus as the thread knows it. */
export interface ThreadCorpus extends Omit<z.infer<typeof threadCorpusSchema>, 'listed'> {
  readonly documents: readonly string[]
  readonly table: DocumentTable
  readonly source: DocumentSource
}

/** How often the lines of a document stand in the corpus. */
const repetitionCountsSchema = repetitionCalls.repeatsOfDocument.reply

export type RepetitionCounts = z.infer<typeof repetitionCountsSchema>

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
  z.object({
    kind: z.literal('next'),
    count,
    rule: z.enum(segmentationRules),
    /** Among which documents alone; null: among all. */
    only: z.array(z.string()).nullable(),
  }),
  z.object({ kind: z.literal('review') }),
  /** What was wished for with {@link toldSchema}. */
  z.object({ kind: z.literal('repeats'), wish: count, counts: z.array(repetitionCountsSchema) }),
  /** Write suggestions for the whole corpus. */
  z.object({
    kind: z.literal('corpus'),
    /** Whether the model learns from no labels. */
    priorOnly: z.boolean(),
    /** For which documents alone; null: for all. */
    only: z.array(z.string()).nullable(),
    rule: z.enum(segmentationRules),
    target: z.object({ path: z.string(), overwrite: z.boolean() }),
  }),
  /** End what takes long. */
  z.object({ kind: z.literal('stop') }),
])

export type SuggestionTask = z.infer<typeof suggestionTaskSchema>

/** What a suggestion thread answers, by what it is asked. */
export const suggestionAnswers = {
  learn: z.object({ documents: count, milliseconds: count }),
  suggest: suggestionsCalls.suggestDocument.reply,
  next: suggestionsCalls.nextDocuments.reply,
  review: suggestionsCalls.reviewLabels.reply,
  repeats: z.object({}),
  corpus: suggestionsCalls.suggestCorpus.reply.omit({ path: true }),
  stop: z.object({}),
} satisfies Record<SuggestionTask['kind'], z.ZodType>

/** What a suggestion thread tells unasked: how far it is with what takes long, and what it needs to know of repetition. */
export const toldSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: count, total: count }),
  z.object({ kind: z.literal('wish'), wish: count, segments: z.array(askedSegmentsSchema) }),
])

export type Told = z.infer<typeof toldSchema>
