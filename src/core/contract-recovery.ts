import { z } from 'zod'
import { statuses } from './annotation.ts'
import { editSchema } from './edit.ts'
import { recoveryIdSchema } from './recovery/recovery-file.ts'

const corpus = z.string().min(1).max(64)
const document = z.string().min(1).max(8192)
const label = z.string().nullable()
const ids = z.array(recoveryIdSchema).max(10_000)

/** How many texts are compared at most of one recovery file; the others are counted. */
export const mostCompared = 200

const comparedSchema = z.object({
  id: recoveryIdSchema,
  document,
  path: z.string(),
  /** When the edits were last kept, ISO 8601 in UTC. */
  kept: z.string(),
  /** The sentence why they could not be saved. */
  reason: z.string(),
  /** When the labels on the disk were saved, ISO 8601 in UTC; null if never or not known. */
  saved: z.string().nullable(),
  /** Why nothing of it can be recovered at the moment; null where that is not so. */
  trouble: z.string().nullable(),
  /** What differs from the disk, by {@link mostCompared} at most, in the order of the text; cut to `longestShown`. */
  texts: z.array(
    z.object({
      text: z.string(),
      /** The labels on the disk; empty where that cannot be said. */
      present: z.array(label),
      cutAlike: z.boolean(),
      kept: label,
      fits: z.boolean(),
    }),
  ),
  /** How many texts differ, and how many of those can be recovered. */
  differing: z.int().nonnegative(),
  fitting: z.int().nonnegative(),
  status: z.object({ present: z.enum(statuses), kept: z.enum(statuses), fits: z.boolean() }).nullable(),
  note: z.object({ present: z.string(), kept: z.string(), fits: z.boolean() }).nullable(),
})

export type ComparedRecovery = z.infer<typeof comparedSchema>

/** The calls about labels that could not be saved. */
export const recoveryCalls = {
  /**
   * Keeps all that a window has not been able to save of a document in a file of the user's own folder, in place of what
   * it kept under the same id before; without edits, that file goes. Answers once this is durable.
   */
  keepEdits: {
    request: z.object({
      corpus,
      document,
      id: recoveryIdSchema,
      edits: z.array(editSchema),
      seconds: z.int().nonnegative(),
      reason: z.string().max(10_000),
    }),
    reply: z.object({
      /** The file and the folder that it lies in; null without edits. */
      path: z.string().nullable(),
      folder: z.string(),
    }),
  },
  /** What was kept of this corpus by this annotator and is not on the disk. What is there by now is cleared away. */
  listRecovery: {
    request: z.object({ corpus }),
    reply: z.object({
      files: z.array(comparedSchema),
      /** Sentences about files that could not be read. */
      troubles: z.array(z.string()),
    }),
  },
  /** Does the edits to the labels on the disk, as far as they fit. What does not fit stays in its file. */
  recoverEdits: {
    request: z.object({ corpus, ids }),
    reply: z.object({
      /** What of each file is on the disk now; one that is no more in the list is there in whole. */
      recovered: z.array(z.object({ document, changes: z.int().nonnegative() })),
      /** What is left of them. */
      left: z.array(comparedSchema),
      troubles: z.array(z.string()),
    }),
  },
  /** Puts the files away, where nobody is asked about them any more. */
  discardRecovery: {
    request: z.object({ corpus, ids }),
    reply: z.object({ folder: z.string() }),
  },
} as const
