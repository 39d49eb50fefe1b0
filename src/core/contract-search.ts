import { z } from 'zod'
import { statuses } from './annotation.ts'
import { searchQuerySchema } from './search/find.ts'

const corpus = z.string().min(1).max(64)
const document = z.string().min(1).max(8192)
const job = z.string().min(1).max(64)
const offset = z.int().nonnegative()

/** A document with matches, the first of them with their lines. Offsets in UTF-16 code units of its text. */
export const foundDocumentSchema = z.object({
  document,
  /** How many matches it has, as far as they were counted. */
  matches: z.int().positive(),
  lines: z.array(
    z.object({ start: offset, end: offset, before: z.string(), found: z.string(), after: z.string() }),
  ),
})

export type FoundDocument = z.infer<typeof foundDocumentSchema>

export const searchCorpusReplySchema = z.object({
  /** How many documents were searched, and how many of them have matches. */
  searched: z.int().nonnegative(),
  documents: z.int().nonnegative(),
  matches: z.int().nonnegative(),
  /** Whether the search ended early, as nobody reads so many. */
  more: z.boolean(),
  leftOut: z.array(z.object({ document, reason: z.string() })),
})

/** `search-invalid` for a faulty regular expression, `search-too-slow` for one that was stopped, `cancelled`. */
export const searchCalls = {
  searchDocument: {
    request: z.object({ corpus, document, query: searchQuerySchema, job }),
    reply: z.object({
      /** Start and end of each match in turn: s0, e0, s1, e1 … in UTF-16 code units. */
      bounds: z.array(offset),
      /** Whether there are more. */
      more: z.boolean(),
    }),
  },
  /** Tells what it finds, document by document, with the event `search-found`. */
  searchCorpus: {
    request: z.object({
      corpus,
      query: searchQuerySchema,
      /** Only what stands in segments with this label, null: with none; anything if not given. */
      label: z.string().min(1).max(64).nullable().optional(),
      /** Only documents in one of these states; all if not given. */
      statuses: z.array(z.enum(statuses)).optional(),
      job,
    }),
    reply: searchCorpusReplySchema,
  },
} satisfies Record<string, { request: z.ZodType; reply: z.ZodType }>

export const searchEvents = {
  'search-found': z.object({
    job,
    /** How many of the documents were searched so far. */
    done: z.int().nonnegative(),
    total: z.int().nonnegative(),
    found: z.array(foundDocumentSchema),
  }),
} satisfies Record<string, z.ZodType>
