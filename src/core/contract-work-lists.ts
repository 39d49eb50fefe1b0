import { z } from 'zod'
import { workListChoiceSchema } from './work-list/work-list-choice.ts'
import { mostInWorkList, workListNameSchema } from './work-list/work-list-file.ts'

const corpus = z.string().min(1).max(64)
const document = z.string().min(1).max(8192)
const job = z.string().min(1).max(64)
const count = z.int().nonnegative()

/** The most ids that a work list is chosen from, where it is not chosen from the whole corpus. */
export const mostGivenIds = 500_000

/** The most strata and unknown ids that a reply names. */
export const mostListed = 200

/** What a work list is made of: the whole corpus, or those of its documents that are named. */
const source = {
  corpus,
  choice: workListChoiceSchema,
  documents: z.array(z.string().max(8192)).max(mostGivenIds).optional(),
}

const drawnSchema = z.object({
  /** How many documents there are to choose from that fit the filter. */
  matching: count,
  /** How many are chosen. */
  chosen: count,
  /** The largest first, {@link mostListed} at most; one without a name where the sample is not stratified. */
  strata: z.array(z.object({ stratum: z.string(), documents: count, drawn: count })),
  strataCount: count,
  /** Ids given that no document of the corpus has, {@link mostListed} at most. */
  unknown: z.array(z.string()),
  unknownCount: count,
})

/** A work list that is at hand. */
const openedSchema = z.object({
  name: workListNameSchema,
  /** In the order that the corpus had; some may have left it since. */
  documents: z.array(document).max(mostInWorkList),
})

const knownSchema = z.object({
  name: workListNameSchema,
  documents: count,
  made: z.string(),
  choice: workListChoiceSchema,
  given: count.nullable(),
})

/** How far the annotators who have begun one are with the documents of a work list. */
export const workListProgressSchema = z.object({
  name: workListNameSchema,
  documents: count,
  progress: z.array(
    z.object({ annotator: z.string(), done: count, inProgress: count, skipped: count, flagged: count }),
  ),
})

/** The calls for work lists: named selections of documents, in `winnow/work-lists`. */
export const workListCalls = {
  listWorkLists: {
    request: z.object({ corpus }),
    reply: z.object({
      /** By name. */
      lists: z.array(knownSchema),
      /** Sentences about files that are no work lists. */
      troubles: z.array(z.string()),
    }),
  },
  /** What {@link makeWorkList} would choose. Keeps nothing. */
  previewWorkList: { request: z.object({ ...source, job }), reply: drawnSchema },
  /** Answers once the list is durable. `work-list-exists` if there is one of this name, unless `replace`. */
  makeWorkList: {
    request: z.object({ ...source, name: workListNameSchema, replace: z.boolean(), job }),
    reply: drawnSchema.extend({ path: z.string() }),
  },
  removeWorkList: { request: z.object({ corpus, name: workListNameSchema }), reply: z.object({}) },
  /** Makes it the list that this annotator works on, also when the corpus is opened again; null: all documents. */
  chooseWorkList: {
    request: z.object({ corpus, name: workListNameSchema.nullable() }),
    reply: openedSchema.nullable(),
  },
  /** The list that was last chosen; null: none. `trouble` says why one that was chosen cannot be shown. */
  chosenWorkList: {
    request: z.object({ corpus }),
    reply: z.object({ list: openedSchema.nullable(), trouble: z.string().nullable() }),
  },
} as const

export const workListEvents = {
  /** A work list was made, made anew or removed. */
  'work-lists-changed': z.object({ corpus, name: workListNameSchema, removed: z.boolean() }),
}

export type OpenedWorkList = z.infer<typeof openedSchema>
export type KnownWorkList = z.infer<typeof knownSchema>
export type DrawnWorkList = z.infer<typeof drawnSchema>
