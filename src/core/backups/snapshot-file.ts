import { z } from 'zod'

export const snapshotFileVersion = 1

/** A day as snapshots are named by it: `2026-11-30`. */
export const snapshotDaySchema = z.iso.date()

/** What `snapshot.json` in a snapshot says. It is written last, so that a snapshot with it is whole. */
export const snapshotFileSchema = z.object({
  format: z.literal('winnow-snapshot'),
  version: z.literal(snapshotFileVersion),
  /** The day at whose beginning the labels were so, where it was made. */
  day: snapshotDaySchema,
  /** When it was made, ISO 8601 in UTC. */
  made: z.string(),
  /** How many files are in it, and how many bytes they have. */
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** How many of these bytes are not shared with the snapshot before. */
  added: z.int().nonnegative(),
})

export type SnapshotFile = z.infer<typeof snapshotFileSchema>
