import { z } from 'zod'
import { encodings } from './encoding.ts'
import { readerNames } from './reader-name.ts'

const corpus = z.string().min(1).max(64)
const count = z.int().nonnegative()
const documents = z.int().positive()

/** By the code of the language; '' where neither the document nor its text tells. */
const languages = z.array(z.object({ language: z.string(), documents }))

const surveyReply = z.object({
  /** By kind of dump; these and all others the largest first. */
  readers: z.array(z.object({ reader: z.enum(readerNames), documents })),
  /** As far as that is known without reading any: '' are those of which it is not. */
  languages,
  /** What the documents were found to hold; null where they were not to be read. */
  contents: z
    .object({
      encodings: z.array(z.object({ encoding: z.enum(encodings), documents })),
      languages,
      /** How many documents were made of HTML. */
      converted: count,
      /** How many documents have characters that could not be decoded. */
      undecodable: count,
      /** Documents that cannot be read, and the sentences why. */
      leftOut: z.array(z.object({ document: z.string(), reason: z.string() })),
    })
    .nullable(),
})

/** The calls about what a corpus is made of. */
export const surveyCalls = {
  surveyCorpus: {
    request: z.object({
      corpus,
      /** A work list; all documents if not given. */
      list: z.string().optional(),
      /** Whether to read all documents, which takes as long as that does. */
      read: z.boolean(),
      job: z.string().min(1).max(64),
    }),
    reply: surveyReply,
  },
}

export type Survey = z.infer<typeof surveyReply>
