import { z } from 'zod'
import { readerNames } from './reader-name.ts'

const document = { corpus: z.string().min(1).max(64), document: z.string().min(1).max(8192) }
const count = z.int().nonnegative()
const offsets = z.array(count)

const detailsSchema = z.object({
  /** The kind of dump that it is in. */
  reader: z.enum(readerNames),
  site: z.string(),
  /** The code of its language, as it says itself or as its text is in; null where neither tells. */
  language: z.string().nullable(),
  /** What it says of itself, each '' where it does not. */
  id: z.string(),
  url: z.string(),
  date: z.string(),
  bytes: count,
  /** How many characters could not be decoded and are U+FFFD now. */
  undecodable: count,
  /** The version of the conversion that made its text of HTML; null where it is text as it lies there. */
  conversion: z.object({ name: z.literal('html-lines'), version: z.int().positive() }).nullable(),
  /** The other columns of its record, by their paths. */
  metadata: z.array(
    z.object({ path: z.string(), value: z.union([z.string(), z.number(), z.boolean(), z.null()]) }),
  ),
})

/** The HTML that a text was made of. Offsets in UTF-16 code units. */
const sourceSchema = z.object({
  source: z.string(),
  /** Of each line four offsets: its start and end in the text, and in the source. */
  lines: offsets,
  /** The element that each line stands in, by its index in `paths`. */
  elements: offsets,
  paths: z.array(z.string()),
  /** How much of each line is in links, from 0 to 1. */
  linkShares: z.array(z.number().min(0).max(1)),
})

/** The calls about what is known of a document beside its text. */
export const detailsCalls = {
  describeDocument: { request: z.object(document), reply: detailsSchema },
  /** Null where the document was not made of HTML. */
  readSource: { request: z.object(document), reply: sourceSchema.nullable() },
}

export type DocumentDetails = z.infer<typeof detailsSchema>
export type HtmlSource = z.infer<typeof sourceSchema>
