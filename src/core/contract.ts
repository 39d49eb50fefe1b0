import { z } from 'zod'
import { statuses } from './annotation.ts'
import { annotatorNameSchema } from './annotator-name.ts'
import type { CallName, EventName } from './call-names.ts'
import { backupCalls, backupEvents } from './contract-backups.ts'
import { columnCalls, columnEvents } from './contract-columns.ts'
import { detailsCalls } from './contract-details.ts'
import { exportCalls } from './contract-export.ts'
import { followingEvents } from './contract-following.ts'
import { guidelinesCalls } from './contract-guidelines.ts'
import { importCalls } from './contract-import.ts'
import { labelSetCalls } from './contract-label-set.ts'
import { listingCalls, listingEvents, listingSchema } from './contract-listing.ts'
import { mergingCalls } from './contract-merging.ts'
import { preferencesCalls, preferencesEvents } from './contract-preferences.ts'
import { readingCalls } from './contract-reading.ts'
import { recoveryCalls } from './contract-recovery.ts'
import { repetitionCalls, repetitionEvents } from './contract-repetition.ts'
import { searchCalls, searchEvents } from './contract-search.ts'
import { segmentationCalls } from './contract-segmentation.ts'
import { suggestionsCalls, suggestionsEvents } from './contract-suggestions.ts'
import { surveyCalls } from './contract-survey.ts'
import { workListCalls, workListEvents, workListProgressSchema } from './contract-work-lists.ts'
import { editSchema, markSchema } from './edit.ts'
import { encodings } from './encoding.ts'
import { labelSetSchema } from './label-set.ts'
import { preferencesSchema } from './preferences.ts'
import type { Reply } from './reply.ts'
import { labelOrigins } from './segment.ts'
import { segmentationRules } from './segmentation/rules.ts'
import { suggestionSettingsSchema } from './suggestions/suggestion-settings.ts'
import { workListNameSchema } from './work-list/work-list-file.ts'

/** A folder is named by an opaque id; no call takes a path, so nobody can ask for a folder the user has not given. */
const folderId = z.string().min(1).max(64)
const documentId = z.string().min(1).max(8192)
const nothing = z.object({})

export const folderSchema = z.object({ id: folderId, name: z.string(), path: z.string() })

/** Where the labels of a corpus are kept. */
export const labelsHomeSchema = z.object({
  path: z.string(),
  /** Whether that is the `winnow` folder beside the dumps. */
  beside: z.boolean(),
  writable: z.boolean(),
  /** Where they could be kept instead, if that place cannot be written to. */
  elsewhere: z.string().nullable(),
  /** The sentence that says that a newer Winnow wrote the project there, which is why nothing may be written. */
  newer: z.string().nullable(),
})

export const summarySchema = z.object({
  document: documentId,
  status: z.enum(statuses),
  labelled: z.int().nonnegative(),
  segments: z.int().nonnegative(),
  /** Whether there is a note on it. */
  note: z.boolean(),
  /** When it was last saved, ISO 8601 in UTC; null if never. */
  saved: z.string().nullable(),
  /** The sentence that tells why the labels cannot be read, if they cannot. */
  trouble: z.string().nullable(),
})

export const corpusSchema = z.object({
  folder: folderSchema,
  annotator: z.string(),
  labelSet: labelSetSchema,
  /** How documents are cut that nobody has labelled yet. */
  segmentation: z.enum(segmentationRules),
  suggestions: suggestionSettingsSchema,
  labelsHome: labelsHomeSchema,
  /** The documents that are known so far; the event `listing` tells of the others. */
  listing: listingSchema,
  /** Where this annotator was when last here. */
  place: z.object({ document: documentId, segment: z.int().nonnegative() }).nullable(),
})

/** An opened document. Offsets in UTF-16 code units of `text`. */
export const openDocumentSchema = z.object({
  kind: z.literal('open'),
  document: documentId,
  text: z.string(),
  encoding: z.enum(encodings),
  bytes: z.int().nonnegative(),
  status: z.enum(statuses),
  note: z.string(),
  revision: z.int().nonnegative(),
  /** The rule by which it was last cut; the annotator may have split and merged since. */
  rule: z.enum(segmentationRules),
  /** Start and end of each segment in turn: s0, e0, s1, e1 … */
  bounds: z.array(z.int().nonnegative()),
  /** The marks of the segments, run by run. */
  marks: z.array(z.object({ count: z.int().positive(), mark: markSchema })),
  /** The edits by which rules have just labelled it, as it was opened for the first time; so that undo takes them back. */
  byRules: z.array(editSchema).optional(),
  /** The sentence that says why nothing in it may be changed: a newer Winnow wrote its labels. */
  readOnly: z.string().optional(),
})

/** A document whose labels cannot be shown before the annotator has chosen what becomes of them. */
export const unsettledDocumentSchema = z.object({
  kind: z.literal('unsettled'),
  document: documentId,
  trouble: z.enum(['labels-damaged', 'labels-conflict', 'dump-changed']),
  /** What happened, to which file, what is safe, what to do. */
  message: z.string(),
  choices: z.array(
    z.object({ choice: z.enum(['merge', 'backup', 'carry-over', 'fresh']), consequence: z.string() }),
  ),
})

export const settleChoices = ['backup', 'carry-over', 'fresh'] as const

const documentReply = z.discriminatedUnion('kind', [openDocumentSchema, unsettledDocumentSchema])

/** Something that was left out, by name, and the sentence why. */
const leftOutSchema = z.object({ document: documentId, reason: z.string() })

const statsReply = z.object({
  corpus: z.string(),
  documents: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** The largest first, `mostListed` at most. */
  sites: z.array(z.object({ site: z.string(), documents: z.int().positive() })),
  sitesCount: z.int().nonnegative(),
  workLists: z.array(workListProgressSchema),
  /** Sentences about work lists that cannot be read. */
  troubles: z.array(z.string()),
  annotators: z.array(
    z.object({
      name: z.string(),
      done: z.int().nonnegative(),
      inProgress: z.int().nonnegative(),
      skipped: z.int().nonnegative(),
      flagged: z.int().nonnegative(),
      /** The time spent on documents, in seconds of activity. */
      seconds: z.int().nonnegative(),
      /** Documents done, skipped or flagged in an hour of the activity on them; null where none is recorded. */
      pagesPerHour: z.number().nonnegative().nullable(),
      segments: z.int().nonnegative(),
      unlabelled: z.int().nonnegative(),
      /** How many labelled segments came to be so; without those that are none. */
      origins: z.array(z.object({ by: z.enum(labelOrigins), segments: z.int().positive() })),
      labels: z.array(
        z.object({ label: z.string(), segments: z.int().nonnegative(), characters: z.int().nonnegative() }),
      ),
      leftOut: z.array(leftOutSchema),
    }),
  ),
})

const checkReply = z.object({
  corpus: z.string(),
  files: z.int().nonnegative(),
  faults: z.array(z.object({ file: z.string(), fault: z.string() })),
})

/** Every call: what it is asked with and what it answers. The service in `node/` implements each once. */
export const contract = {
  home: {
    /** The languages of the browser or system, best first: what the service says is in that one which the user sees. */
    request: z.object({ languages: z.array(z.string().max(64)).max(64).exactOptional() }),
    reply: z.object({
      host: z.enum(['electron', 'web', 'cli']),
      version: z.string(),
      annotator: z.string(),
      /** Folders named on the command line. */
      given: z.array(folderSchema),
      recent: z.array(folderSchema),
      sample: folderSchema.nullable(),
      /** The folder to open at once. */
      start: folderId.nullable(),
      preferences: preferencesSchema,
      /** What became of the user's settings, if they could not be read, as a sentence. */
      trouble: z.string().nullable(),
    }),
  },
  /** Shows the system's dialog; null if the user chose nothing. `not-here` where the host has no dialog. */
  chooseFolder: { request: nothing, reply: folderSchema.nullable() },
  setAnnotator: { request: z.object({ name: annotatorNameSchema }), reply: nothing },
  ...preferencesCalls,
  openCorpus: { request: z.object({ folder: folderId }), reply: corpusSchema },
  /** Keeps the labels of a corpus that cannot be written to in the place `labelsHome.elsewhere` names. */
  keepLabelsIn: {
    request: z.object({ corpus: folderId, place: z.literal('elsewhere') }),
    reply: corpusSchema,
  },
  openDocument: { request: z.object({ corpus: folderId, document: documentId }), reply: documentReply },
  settleDocument: {
    request: z.object({ corpus: folderId, document: documentId, choice: z.enum(settleChoices) }),
    reply: documentReply,
  },
  /** Answers once the labels are durable on the disk. `labels-changed` if the edits do not fit what is there. */
  applyEdits: {
    request: z.object({
      corpus: folderId,
      document: documentId,
      edits: z.array(editSchema),
      /** For how long the annotator worked on the document since the last time this was told. */
      seconds: z.int().nonnegative().max(86_400).optional(),
      /** Which window made them, so that it can tell its own changes from others'. */
      client: z.string().min(1).max(64),
    }),
    reply: z.object({ revision: z.int().nonnegative() }),
  },
  savePlace: {
    request: z.object({ corpus: folderId, document: documentId, segment: z.int().nonnegative() }),
    reply: nothing,
  },
  cancelJob: { request: z.object({ job: z.string().min(1).max(64) }), reply: nothing },
  statsCorpus: {
    /** Of the whole corpus, or of the documents of one work list. */
    request: z.object({ corpus: folderId, list: workListNameSchema.optional() }),
    reply: statsReply,
  },
  checkCorpus: { request: z.object({ corpus: folderId }), reply: checkReply },
  ...exportCalls,
  ...importCalls,
  ...backupCalls,
  ...labelSetCalls,
  ...listingCalls,
  ...columnCalls,
  ...searchCalls,
  ...detailsCalls,
  ...surveyCalls,
  ...readingCalls,
  ...guidelinesCalls,
  ...recoveryCalls,
  ...segmentationCalls,
  ...suggestionsCalls,
  ...repetitionCalls,
  ...workListCalls,
  ...mergingCalls,
} satisfies Record<CallName, { request: z.ZodType; reply: z.ZodType }>

export type Request<N extends CallName> = z.infer<(typeof contract)[N]['request']>
export type Value<N extends CallName> = z.infer<(typeof contract)[N]['reply']>

/** What the service tells all windows of its own accord. */
export const events = {
  /** How far documents are; sent in batches after a corpus was opened and whenever one changes. */
  summaries: z.object({ corpus: folderId, summaries: z.array(summarySchema), complete: z.boolean() }),
  'annotation-changed': z.object({
    corpus: folderId,
    document: documentId,
    revision: z.int().nonnegative(),
    edits: z.array(editSchema),
    client: z.string(),
  }),
  ...preferencesEvents,
  ...listingEvents,
  ...followingEvents,
  ...backupEvents,
  ...columnEvents,
  ...workListEvents,
  ...searchEvents,
  ...suggestionsEvents,
  ...repetitionEvents,
  'job-progress': z.object({
    job: z.string(),
    done: z.int().nonnegative(),
    total: z.int().nonnegative(),
  }),
  /** The label set of a corpus was changed, and where `relabelled`, also the labels of segments. */
  'label-set-changed': z.object({
    corpus: folderId,
    labelSet: labelSetSchema,
    relabelled: z.boolean(),
  }),
} satisfies Record<EventName, z.ZodType>

export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>

/** An event as it travels. */
export type WinnowEvent = { [N in EventName]: { name: N; payload: EventPayload<N> } }[EventName]

/** Implements every call. A missing handler does not compile. A handler throws WinnowError where it cannot. */
export type Service = { [N in CallName]: (request: Request<N>) => Promise<Value<N>> }

/** Calls the service over whatever transport. */
export type Invoke = <N extends CallName>(name: N, request: Request<N>) => Promise<Reply<Value<N>>>

export type Folder = z.infer<typeof folderSchema>
export type LabelsHome = z.infer<typeof labelsHomeSchema>
export type Summary = z.infer<typeof summarySchema>
export type Corpus = z.infer<typeof corpusSchema>
export type OpenDocument = z.infer<typeof openDocumentSchema>
export type UnsettledDocument = z.infer<typeof unsettledDocumentSchema>
export type SettleChoice = (typeof settleChoices)[number]
