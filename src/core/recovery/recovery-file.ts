import { z } from 'zod'
import { statuses } from '../annotation.ts'
import { editSchema } from '../edit.ts'
import { labelsFileSchema } from '../labels-file.ts'
import { labelOrigins } from '../segment.ts'

export const recoveryFileVersion = 1

/** Names what one window could not save of one document, as long as that is so. */
export const recoveryIdSchema = z.string().regex(/^[0-9a-f]{16}$/)

/**
 * What a recovery file holds: edits of one document that are not in its labels file. They alone are what is recovered;
 * `segments`, `status` and `note` say the same for people, and for comparison. Offsets in UTF-16 code units.
 */
export const recoveryFileSchema = z.object({
  format: z.literal('winnow-recovery'),
  version: z.literal(recoveryFileVersion),
  id: recoveryIdSchema,
  /** The path of the corpus's folder. */
  corpus: z.string().min(1),
  annotator: z.string().min(1),
  document: z.string().min(1).max(8192),
  /** The labels file in which they belong. */
  labels: z.string(),
  /** When they were last kept here, ISO 8601 in UTC. */
  kept: z.string(),
  /** The sentence why they could not be saved. */
  reason: z.string(),
  /** The dump on which they were made; null where it could not be read. */
  dump: labelsFileSchema.shape.dump.nullable(),
  /** The revision of the labels on which they were made; null where those could not be read. */
  revision: z.int().nonnegative().nullable(),
  /** For how long the annotator worked on them, in seconds. */
  seconds: z.int().nonnegative(),
  /** What they make of the segments that they touch; empty where the document could not be read. */
  segments: z.array(
    z.object({
      start: z.int().nonnegative(),
      end: z.int().positive(),
      label: z.string().min(1).max(64).nullable(),
      by: z.enum(labelOrigins).nullable(),
      from: z.string().optional(),
      toReview: z.literal(true).optional(),
      text: z.string(),
    }),
  ),
  /** What they make of the status and the note, where they change them. */
  status: z.enum(statuses).optional(),
  note: z.string().optional(),
  offsets: z.literal('utf-16'),
  edits: z.array(editSchema).min(1),
})

export type RecoveryFile = z.infer<typeof recoveryFileSchema>
