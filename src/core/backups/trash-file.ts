import { z } from 'zod'
import { annotatorNameSchema } from '../annotator-name.ts'
import { labelSchema } from '../label-set.ts'
import { snapshotDaySchema } from './snapshot-file.ts'

export const trashFileVersion = 1

/** The name of an entry of the trash, which becomes a path. */
export const trashIdSchema = z.string().regex(/^\d{8}T\d{6}\.\d{3}Z-[0-9a-f]{8}$/)

/** What was deleted. */
export const trashedSchema = z.discriminatedUnion('kind', [
  /** The labels of a document by an annotator. */
  z.object({ kind: z.literal('document'), annotator: annotatorNameSchema, document: z.string().min(1) }),
  /** All labels of an annotator. */
  z.object({ kind: z.literal('annotator'), annotator: annotatorNameSchema }),
  /** Labels of the label set, which went from the segments that had them. */
  z.object({ kind: z.literal('label'), labels: z.array(labelSchema).min(1) }),
  /** Labels in whose place others were restored: those of a day, or of an entry of the trash where `day` is null. */
  z.object({ kind: z.literal('replaced'), day: snapshotDaySchema.nullable() }),
])

/** What `trash.json` in an entry of the trash says. */
export const trashFileSchema = z.object({
  format: z.literal('winnow-trash'),
  version: z.literal(trashFileVersion),
  /** When it was deleted, ISO 8601 in UTC. */
  made: z.string(),
  what: trashedSchema,
})

export type TrashFile = z.infer<typeof trashFileSchema>
export type Trashed = z.infer<typeof trashedSchema>
