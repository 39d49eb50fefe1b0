import { z } from 'zod'
import { givenNameSchema } from '../given-name.ts'
import { workListChoiceSchema } from './work-list-choice.ts'

export const workListFileVersion = 1

/** The most documents of a work list: more than anyone labels, and few enough to be at hand at once. */
export const mostInWorkList = 100_000

/** The name of a work list, which is also the name of its file. */
export const workListNameSchema = givenNameSchema

/** What `winnow/work-lists/<name>.json` holds: a selection of documents as it was made, and how. */
export const workListFileSchema = z.object({
  format: z.literal('winnow-work-list'),
  version: z.literal(workListFileVersion),
  /** When it was made, ISO 8601 in UTC. */
  made: z.string(),
  choice: workListChoiceSchema,
  /** How many ids it was chosen from, if not from the whole corpus. */
  given: z.int().nonnegative().nullable(),
  /** In the order of the corpus. */
  documents: z.array(z.string().min(1).max(8192)).max(mostInWorkList),
})

export type WorkListFile = z.infer<typeof workListFileSchema>
