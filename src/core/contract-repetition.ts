import { z } from 'zod'
import { ruleModes, ruleSchema } from './repetition/rules.ts'
import { labelOrigins } from './segment.ts'
import { mostOfPart } from './suggestions/document-parts.ts'

const corpus = z.string().min(1).max(64)
const document = z.string().min(1).max(8192)
const site = z.string().max(8192)
const job = z.string().min(1).max(64)
const step = z.string().min(1).max(64)
const label = z.string().min(1).max(64)
const count = z.int().nonnegative()
/** A line as the index names it, whatever its white space, case and digits: opaque. */
const key = z.string().min(1).max(64)

const leftOut = z.array(z.object({ document, reason: z.string() }))

/** The longest text of a line that a list shows; the line itself is known by its key. */
export const longestListedLine = 500

export const repeatSorts = ['count', 'text'] as const
/**
 * `unlabelled`: no segment with the line has a label; `labelled`: at least one has; `mixed`: they have two or more
 * different ones.
 */
export const repeatFilters = ['all', 'unlabelled', 'mixed', 'labelled'] as const

export const repeatedLineSchema = z.object({
  key,
  /** One of its forms in the corpus, cut to {@link longestListedLine} UTF-16 units. */
  text: z.string(),
  /** On how many documents it stands, and how often in all. */
  documents: count,
  occurrences: count,
  /** The labels that this annotator has given it, the most frequent first; null: none. */
  labels: z.array(z.object({ label: label.nullable(), count })),
})

/** Which lines get which label, and where. */
const propagation = {
  corpus,
  /** The line as any of its forms, or by its key, which then counts. Two of the same line must have the same label. */
  lines: z
    .array(z.object({ text: z.string().max(1_000_000), key: key.optional(), label }))
    .min(1)
    .max(500),
  scope: z.enum(['corpus', 'site', 'documents']),
  /** For scope `site`; that of the document the label comes from if not given. */
  site: site.optional(),
  /** For scope `documents`: the work list. */
  documents: z.array(document).max(1_000_000).optional(),
  /** Where the label comes from: a document, or a rule. */
  from: z.union([z.object({ document }), z.object({ rule: z.string().min(1).max(64) })]).nullable(),
  job,
}

export const propagationPreviewSchema = z.object({
  /** How many segments in how many documents would get the label. */
  documents: count,
  segments: count,
  /** Segments that have it already. */
  alreadySame: count,
  /** Segments that have another label, which stays unless the call says `overwrite`. */
  others: z.array(z.object({ label, by: z.enum(labelOrigins), segments: count, documents: count })),
  /** Some of the segments that would get it, or have another label: with what stands before and after them. */
  samples: z.array(
    z.object({
      document,
      before: z.string(),
      text: z.string(),
      after: z.string(),
      /** The label that the segment has now. */
      label: label.nullable(),
    }),
  ),
  leftOut,
  cancelled: z.boolean(),
})

export const propagationOutcomeSchema = z.object({
  /** Names what was done, to take it back; null if nothing was. */
  step: step.nullable(),
  documents: count,
  segments: count,
  leftOut,
  cancelled: z.boolean(),
  /** The sentence why it ended before its end, if it failed. */
  trouble: z.string().nullable(),
})

const takenBack = propagationOutcomeSchema.omit({ step: true }).extend({
  /** Segments that were labelled otherwise since, and so stay as they are. */
  kept: count,
})

/** The calls about lines that stand on many documents. */
export const repetitionCalls = {
  /**
   * On how many documents the text of each segment stands, in the corpus and on the document's own site, this one
   * included. Segments are told as the window shows them, which may not be how the corpus's rule cuts; a part of them
   * at a time.
   */
  repeatsOfDocument: {
    request: z.object({
      corpus,
      document,
      /** Start and end of each segment in turn: s0, e0, s1, e1 … in UTF-16 code units. */
      bounds: z.array(count).max(2 * mostOfPart),
    }),
    reply: z.object({
      /** Whether the whole corpus has been read; if not, there are no numbers yet. */
      ready: z.boolean(),
      site,
      siteSize: count,
      corpusSize: count,
      documents: z.array(count),
      siteDocuments: z.array(count),
    }),
  },
  /** The lines that stand on two or more documents, a part of the sorted list at a time. */
  listRepeats: {
    request: z.object({
      corpus,
      scope: z.enum(['corpus', 'site']),
      site: site.optional(),
      sort: z.enum(repeatSorts),
      filter: z.enum(repeatFilters),
      /** Only lines that contain this, whatever the case and diacritics. */
      text: z.string().max(1000).optional(),
      offset: count,
      limit: z.int().positive().max(500),
    }),
    reply: z.object({ ready: z.boolean(), total: count, lines: z.array(repeatedLineSchema) }),
  },
  /** What `propagate` would do. Writes nothing. */
  previewPropagation: { request: z.object(propagation), reply: propagationPreviewSchema },
  /**
   * Gives all segments with these lines the label, durably, as one step that can be taken back in this session.
   * Another label stays unless `overwrite`. All windows are told by `annotation-changed`. A new document becomes one in progress; else its status stays.
   */
  propagate: {
    request: z.object({ ...propagation, overwrite: z.boolean() }),
    reply: propagationOutcomeSchema,
  },
  /** Takes a step back, whole, apart from segments labelled otherwise since. `bad-request` if it is not known. */
  undoPropagation: { request: z.object({ corpus, step, job }), reply: takenBack },
  /** Does a step again that was taken back. */
  redoPropagation: { request: z.object({ corpus, step, job }), reply: takenBack },
  listRules: {
    request: z.object({ corpus }),
    reply: z.object({
      rules: z.array(ruleSchema),
      /** What became of a rules file that could not be read, as a sentence. */
      trouble: z.string().nullable(),
    }),
  },
  /** Keeps a rule in place of one for the same line and scope, if there is one. */
  saveRule: {
    request: z.object({
      corpus,
      text: z.string().min(1).max(10_000),
      label,
      mode: z.enum(ruleModes),
      scope: z.enum(['corpus', 'site']),
      site: site.optional(),
      /** The document in which it was made. */
      from: document.optional(),
    }),
    reply: z.object({ rule: ruleSchema }),
  },
  removeRule: { request: z.object({ corpus, id: z.string().min(1).max(64) }), reply: z.object({}) },
} satisfies Record<string, { request: z.ZodType; reply: z.ZodType }>

export const repetitionEvents = {
  /** How many of its documents the repetition index of a corpus has read. */
  'repetition-progress': z.object({ corpus, done: count, total: count, ready: z.boolean() }),
} satisfies Record<string, z.ZodType>

export type RepeatedLine = z.infer<typeof repeatedLineSchema>
export type PropagationPreview = z.infer<typeof propagationPreviewSchema>
export type PropagationOutcome = z.infer<typeof propagationOutcomeSchema>
