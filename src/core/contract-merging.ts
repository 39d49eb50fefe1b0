import { z } from 'zod'
import { statuses } from './annotation.ts'

const corpus = z.string().min(1).max(64)
const document = z.string().min(1).max(8192)
/** The name of a copy below the annotator's folder; null: the labels file itself, in which git left both sides. */
const copy = z.string().min(1).max(8192).nullable()
const segments = z.array(z.object({ text: z.string(), label: z.string().nullable() }))
const count = z.int().nonnegative()

/** What two versions of labels say differently; texts are cut to what can be shown. */
export const shownConflictSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('segments'), mine: segments, theirs: segments }),
  z.object({ kind: z.literal('status'), mine: z.enum(statuses), theirs: z.enum(statuses) }),
])

const sideSchema = z.object({
  /** When it was saved, ISO 8601 in UTC; null if never. */
  saved: z.string().nullable(),
  labelled: count,
  segments: count,
})

/** The calls about two versions of one document's labels, and about who writes them. */
export const mergingCalls = {
  /** What a merge would do and what it has to ask. Writes nothing. */
  previewMerge: {
    request: z.object({ corpus, document, copy }),
    reply: z.object({
      /** Tells these two versions from what they may be later. */
      key: z.string(),
      mine: sideSchema,
      theirs: sideSchema,
      /** How many segments come from the other side without a question. */
      taken: count,
      conflicts: z.array(shownConflictSchema),
    }),
  },
  /**
   * Merges, with a choice for each conflict, and answers once that is durable. What was merged is kept beside it under
   * another name. `changed-meanwhile` if `key` is that of other versions.
   */
  settleMerge: {
    request: z.object({
      corpus,
      document,
      copy,
      key: z.string().max(128),
      choices: z.array(z.enum(['mine', 'theirs'])),
    }),
    reply: z.object({}),
  },
  /** The copies of the annotator's labels files that programs which synchronise folders have left. */
  listLabelCopies: {
    request: z.object({ corpus }),
    reply: z.object({
      copies: z.array(
        z.object({
          document,
          copy: z.string(),
          /** The sentence why it cannot be merged, if it cannot. */
          trouble: z.string().nullable(),
        }),
      ),
    }),
  },
  /** Renames a copy, so that nobody is asked about it any more. Answers with its new name. */
  setCopyAside: {
    request: z.object({ corpus, document, copy: z.string().min(1).max(8192) }),
    reply: z.object({ name: z.string() }),
  },
  /** Who holds the lock of a document's labels; null if nobody does. */
  describeLock: {
    request: z.object({ corpus, document }),
    reply: z.object({
      lock: z
        .object({
          /** Tells this lock from later ones. */
          key: z.string(),
          path: z.string(),
          /** What the lock says of its owner; null where it does not. Times are those of the owner's clock. */
          owner: z
            .object({ host: z.string(), pid: z.int(), annotator: z.string().nullable(), since: z.string() })
            .nullable(),
          /** When it gave its last sign of life, ISO 8601 in UTC. */
          lastSign: z.string(),
        })
        .nullable(),
    }),
  },
  /**
   * Takes the lock with this key away from an owner that gives no sign of life, since the user has said that it no longer
   * runs. Nothing happens where another lock, or none, is there by now.
   */
  takeOverLock: { request: z.object({ corpus, document, key: z.string().max(256) }), reply: z.object({}) },
} as const

export type ShownConflict = z.infer<typeof shownConflictSchema>
export type LabelCopy = z.infer<(typeof mergingCalls)['listLabelCopies']['reply']>['copies'][number]
export type MergePreview = z.infer<(typeof mergingCalls)['previewMerge']['reply']>
export type HeldLock = NonNullable<z.infer<(typeof mergingCalls)['describeLock']['reply']>['lock']>
