import { z } from 'zod'
import { statuses } from './annotation.ts'
import { annotatorNameSchema } from './annotator-name.ts'
import { snapshotDaySchema } from './backups/snapshot-file.ts'
import { trashedSchema, trashIdSchema } from './backups/trash-file.ts'
import { markSchema } from './edit.ts'
import { segmentationRules } from './segmentation/rules.ts'

const corpus = z.string().min(1).max(64)
const document = z.string().min(1).max(8192)
const job = z.string().min(1).max(64)
const count = z.int().nonnegative()

/** The most differences, and the most documents, that a reply lists; all are counted. */
export const mostCompared = 500

/**
 * Which earlier version of a document's labels: the one before the last save, the one at the beginning of a day, or one
 * in the trash.
 */
export const versionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('previous') }),
  z.object({ kind: z.literal('day'), day: snapshotDaySchema }),
  z.object({ kind: z.literal('trash'), entry: trashIdSchema }),
])

const knownVersionSchema = z.object({
  version: versionSchema,
  /** When these labels were saved, ISO 8601 in UTC; null if that cannot be read. */
  saved: z.string().nullable(),
  status: z.enum(statuses),
  labelled: count,
  segments: count,
  /** Whether the labels are those of now. */
  same: z.boolean(),
  /** The sentence why it cannot be had, if it cannot. */
  trouble: z.string().nullable(),
})

/** How the labels of now differ from an earlier version. */
export const differenceSchema = z.object({
  /** In the order of the text, {@link mostCompared} at most; `text` is shortened. */
  runs: z.array(
    z.object({
      start: count,
      end: count,
      text: z.string(),
      now: z.string().nullable(),
      earlier: z.string().nullable(),
    }),
  ),
  runsCount: count,
  /** How many of the earlier segments are cut otherwise now. */
  cut: count,
  now: z.object({ status: z.enum(statuses), labelled: count, segments: count, note: z.string() }),
  earlier: z.object({ status: z.enum(statuses), labelled: count, segments: count, note: z.string() }),
  /** Whether there is nothing to restore. */
  same: z.boolean(),
})

const trashEntrySchema = z.object({
  entry: trashIdSchema,
  /** When it was deleted, ISO 8601 in UTC. */
  made: z.string(),
  what: trashedSchema,
  documents: count,
  bytes: count,
})

/** What was done, with documents by whom; `inTheWay` are those that have other labels now and were left alone. */
const restoredSchema = z.object({
  documents: count,
  segments: count,
  inTheWay: z.array(z.object({ annotator: z.string(), document })),
  inTheWayCount: count,
  /** Where the labels are that were replaced. */
  replaced: trashIdSchema.nullable(),
  cancelled: z.boolean(),
  /** The sentence why it ended early, if it failed. */
  trouble: z.string().nullable(),
})

/** Earlier versions of labels, and the trash. */
export const backupCalls = {
  /** The earlier versions of the annotator's labels of a document, the latest first. */
  listVersions: {
    request: z.object({ corpus, document }),
    reply: z.object({ versions: z.array(knownVersionSchema) }),
  },
  /** How a version differs from the labels on the disk, and the version itself. Writes nothing. */
  compareVersion: {
    request: z.object({ corpus, document, version: versionSchema }),
    reply: z.object({
      difference: differenceSchema,
      /** As an opened document travels. */
      earlier: z.object({
        rule: z.enum(segmentationRules),
        bounds: z.array(count),
        marks: z.array(z.object({ count: z.int().positive(), mark: markSchema })),
      }),
    }),
  },
  /** The days of which there are snapshots, the latest first, and how many bytes they hold. */
  listDays: {
    request: z.object({ corpus }),
    reply: z.object({
      days: z.array(z.object({ day: snapshotDaySchema, made: z.string(), files: count })),
      bytes: count,
    }),
  },
  /** Which documents have other labels now than at the beginning of a day. Writes nothing. `cancelled` if the job was. */
  compareDay: {
    request: z.object({ corpus, day: snapshotDaySchema, annotator: annotatorNameSchema.optional(), job }),
    reply: z.object({
      /** {@link mostCompared} at most; `labelledNow` is null where there are no labels any more. */
      documents: z.array(
        z.object({
          annotator: z.string(),
          document,
          labelledNow: count.nullable(),
          labelledEarlier: count,
        }),
      ),
      documentsCount: count,
      same: count,
      /** Documents that have labels only now; they stay as they are. */
      onlyNow: count,
      troubles: z.array(z.string()),
    }),
  },
  /** Gives all documents the labels that they had then. What they have now goes to the trash, from where it can come back. */
  restoreDay: {
    request: z.object({ corpus, day: snapshotDaySchema, annotator: annotatorNameSchema.optional(), job }),
    reply: restoredSchema,
  },
  /** Who has labels in the corpus, and of how many documents. */
  listAnnotators: {
    request: z.object({ corpus }),
    reply: z.object({ annotators: z.array(z.object({ name: z.string(), documents: count })) }),
  },
  /** Moves the annotator's labels of a document to the trash; it is new again. Null where there are none. */
  deleteLabels: {
    request: z.object({ corpus, document }),
    reply: z.object({ entry: trashIdSchema.nullable() }),
  },
  /** Moves all labels of an annotator to the trash. `annotator-unknown` if there are none. */
  deleteAnnotator: {
    request: z.object({ corpus, annotator: annotatorNameSchema }),
    reply: z.object({ entry: trashIdSchema, documents: count }),
  },
  /** What is in the trash, the latest first, and how many bytes. */
  listTrash: {
    request: z.object({ corpus }),
    reply: z.object({ entries: z.array(trashEntrySchema), bytes: count, troubles: z.array(z.string()) }),
  },
  /** Which documents have other labels now that restoring would meet. Writes nothing. */
  previewTrash: {
    request: z.object({ corpus, entry: trashIdSchema, job }),
    reply: z.object({
      /** How many documents would get their labels back, as nothing is in the way. */
      documents: count,
      /** {@link mostCompared} at most. */
      inTheWay: z.array(
        z.object({ annotator: z.string(), document, labelledNow: count, labelledEarlier: count }),
      ),
      inTheWayCount: count,
    }),
  },
  /** Puts back what is in the trash; over labels that were given since only if `overwrite`, which are then in the trash. */
  restoreTrash: {
    request: z.object({ corpus, entry: trashIdSchema, overwrite: z.boolean(), job }),
    reply: restoredSchema,
  },
  /** Deletes what is in the trash for good: one entry, or all. */
  emptyTrash: {
    request: z.object({ corpus, entry: trashIdSchema.optional() }),
    reply: z.object({}),
  },
} as const

export const backupEvents = {
  /** Labels were taken away or put back as a whole; who shows one of these documents reads it anew. */
  'labels-replaced': z.object({
    corpus,
    /** Null: any may be among them. */
    documents: z.array(document).nullable(),
  }),
  /** There is no snapshot of today, and the sentence why. */
  'backup-trouble': z.object({ corpus, message: z.string() }),
} as const

export type LabelsVersion = z.infer<typeof versionSchema>
export type KnownVersion = z.infer<typeof knownVersionSchema>
export type LabelsDifference = z.infer<typeof differenceSchema>
export type TrashEntry = z.infer<typeof trashEntrySchema>
export type Restored = z.infer<typeof restoredSchema>
