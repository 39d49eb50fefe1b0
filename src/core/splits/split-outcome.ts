import { z } from 'zod'
import { splitNames } from '../datasets/dataset-document.ts'
import type { SplitReport } from './split-report.ts'

const count = z.number().nonnegative()
const split = z.enum(splitNames)

/** What came of splitting a dataset, without the documents and labels by name. */
export const splitOutcomeSchema = z.object({
  groups: count,
  largestGroup: z.object({ documents: count, sites: count }),
  sitesKept: count,
  /** How many documents each split has. */
  documents: z.object({ train: count, validation: count, test: count }),
  warnings: z.array(
    z.discriminatedUnion('code', [
      z.object({ code: z.literal('empty'), split }),
      z.object({ code: z.literal('share-missed'), split, wanted: count, documents: count }),
      z.object({ code: z.literal('large-group'), documents: count, sites: count }),
      z.object({ code: z.literal('label-missing'), split, label: z.string() }),
      z.object({ code: z.literal('sites-unknown'), documents: count }),
      z.object({ code: z.literal('lines-repeat'), split, kept: count, keptRepeated: count }),
    ]),
  ),
})

export type SplitOutcome = z.infer<typeof splitOutcomeSchema>

/** What the report says, for the windows. */
export const splitOutcome = ({
  groups,
  largestGroup,
  sitesKept,
  splits,
  warnings,
}: SplitReport): SplitOutcome => ({
  groups,
  largestGroup,
  sitesKept,
  documents: {
    train: splits.train.documents,
    validation: splits.validation.documents,
    test: splits.test.documents,
  },
  warnings: [...warnings],
})
