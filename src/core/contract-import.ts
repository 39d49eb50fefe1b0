import { z } from 'zod'
import { statuses } from './annotation.ts'

const count = z.int().nonnegative()

export const importFormats = ['jsonl'] as const

/** The calls that take labels in. */
export const importCalls = {
  /**
   * Gives the annotator the labels of a file that the command line named, document by document, each durable.
   * Documents are known by their id, else by their content. `import-failed` if the file cannot be read.
   */
  importLabels: {
    request: z.object({
      corpus: z.string().min(1).max(64),
      format: z.enum(importFormats),
      /** A file that the host named; no window can. */
      source: z.string().max(64),
      /** The status that the documents get; what the file says of each if not given. */
      status: z.enum(statuses).optional(),
      /** Whether the labels that a document has already give way to others. */
      overwrite: z.boolean(),
      /** Whether labels that the label set does not have are added to it. */
      addLabels: z.boolean(),
      job: z.string().min(1).max(64),
    }),
    reply: z.object({
      /** Documents that have other labels or another status now, and how many labelled segments are in them. */
      documents: count,
      segments: count,
      /** Documents that were as the file says already. */
      unchanged: count,
      /** Labels that were added to the label set. */
      added: z.array(z.string()),
      /** What was not taken in, by its line in the file, and the sentence why. */
      refused: z.array(
        z.object({ line: z.int().positive(), document: z.string().nullable(), reason: z.string() }),
      ),
      cancelled: z.boolean(),
    }),
  },
} as const
