import { z } from 'zod'
import { listingChangeSchema } from './listing/listing-change.ts'

const corpus = z.string().min(1).max(64)
const count = z.int().nonnegative()

/** How far the listing of a corpus is. */
export const listingStateSchema = z.object({
  /** `walking`: files are being looked for; `indexing`: their records are. `stopped`: by the user, before its end. */
  phase: z.enum(['walking', 'indexing', 'complete', 'stopped']),
  /** While indexing: how many bytes of how many are behind us. */
  done: count,
  total: count,
  /** How many things could not be read so far. */
  troubles: count,
})

export type ListingState = z.infer<typeof listingStateSchema>

/** What is listed so far. Changes that are told with a sequence up to this one are in it already. */
export const listingSchema = z.object({
  sequence: count,
  change: listingChangeSchema,
  state: listingStateSchema,
})

export type Listing = z.infer<typeof listingSchema>

/** Something in the corpus that could not be read. */
const troubleSchema = z.object({
  /** The path of a file or folder below the corpus; empty for the corpus itself. */
  file: z.string(),
  /** `line 17`, `record 3`; empty for the file as a whole. */
  where: z.string(),
  reason: z.string(),
})

export type Trouble = z.infer<typeof troubleSchema>

export const listingCalls = {
  /** What could not be read, by file, from the one at `offset` on. */
  listTroubles: {
    request: z.object({ corpus, offset: count, limit: z.int().min(1).max(1000) }),
    reply: z.object({ total: count, troubles: z.array(troubleSchema) }),
  },
  /** Reads anew what could not be read, and what is new or changed; the event `listing` tells what comes of it. */
  retryTroubles: { request: z.object({ corpus }), reply: z.object({}) },
  /** Ends the listing where it is; `retryTroubles` goes on with it. */
  stopListing: { request: z.object({ corpus }), reply: z.object({}) },
}

export const listingEvents = {
  /** Documents that were found, changed or went away, and how far the listing is. */
  listing: z.object({ corpus, ...listingSchema.shape }),
}
