import { z } from 'zod'
import { labelSetSchema } from './label-set.ts'
import { labelFatesSchema } from './label-set-change.ts'

const corpus = z.string().min(1).max(64)
const job = z.string().min(1).max(64)
const count = z.int().nonnegative()

/** A labels file that was left out, and the sentence why. */
const leftOut = z.array(z.object({ annotator: z.string(), file: z.string(), reason: z.string() }))

export const labelUsesSchema = z.object({
  /** How many segments in how many documents have each label that was asked for, by annotator. */
  uses: z.array(z.object({ label: z.string(), annotator: z.string(), documents: count, segments: count })),
  leftOut,
})

export const labelSetOutcomeSchema = z.object({
  /** The corpus's label set from now on. */
  labelSet: labelSetSchema,
  /** How many labels files were rewritten, and how many segments in them. */
  documents: count,
  segments: count,
  leftOut,
  /** Labels that stay in the set since segments may still have them. */
  kept: z.array(z.string()),
  cancelled: z.boolean(),
  /** The sentence why it ended before its end, if it failed. */
  trouble: z.string().nullable(),
})

/** The calls that change the label set of a corpus. */
export const labelSetCalls = {
  /** Who uses these labels. Writes nothing. `cancelled` if the job was. */
  previewLabelSet: {
    request: z.object({ corpus, labels: z.array(z.string().min(1).max(64)).max(64), job }),
    reply: labelUsesSchema,
  },
  /**
   * Makes `after` the label set and rewrites the labels files of all annotators where `fates` says so. A job that is
   * cancelled or fails leaves a label set in which the old and the new names are valid. `changed-meanwhile` if the
   * label set is not `before` any more.
   */
  changeLabelSet: {
    request: z.object({
      corpus,
      before: labelSetSchema,
      after: labelSetSchema,
      fates: labelFatesSchema,
      job,
    }),
    reply: labelSetOutcomeSchema,
  },
  /** Takes the last change of this session back, in all its labels files. `bad-request` if there is none. */
  undoLabelSet: { request: z.object({ corpus, job }), reply: labelSetOutcomeSchema },
  /** Writes a label set as a file of its own into `winnow/exports`. */
  exportLabelSet: {
    request: z.object({ corpus, labelSet: labelSetSchema }),
    reply: z.object({ path: z.string(), download: z.string() }),
  },
} as const

export type LabelUses = z.infer<typeof labelUsesSchema>
export type LabelSetOutcome = z.infer<typeof labelSetOutcomeSchema>
