import { z } from 'zod'
import { annotatorNameSchema } from './annotator-name.ts'
import { labelOrigins } from './segment.ts'
import { mostOfPart } from './suggestions/document-parts.ts'
import { suggestionReasons } from './suggestions/suggestion.ts'
import { suggestionSettingsSchema } from './suggestions/suggestion-settings.ts'
import { workListNameSchema } from './work-list/work-list-file.ts'

const corpus = z.string().min(1).max(64)
const document = z.string().min(1).max(8192)
const count = z.int().nonnegative()

const job = z.string().min(1).max(64)

/** A suggestion as it travels. */
export const suggestionSchema = z.object({
  label: z.string().min(1).max(64),
  confidence: z.number().min(0).max(1),
  reason: z.enum(suggestionReasons),
})

const nextDocumentSchema = z.object({
  document,
  /** `random`: taken by lot, so that these documents remain a fair sample of the corpus. */
  why: z.enum(['uncertain', 'novel', 'random']),
  /** From 0 to 1: how much there is to learn from it; 0 for those taken by lot. */
  score: z.number().min(0).max(1),
})

export type NextDocument = z.infer<typeof nextDocumentSchema>

/** A label that a model finds unlikely which has not seen its document. */
export const labelSlipSchema = z.object({
  document,
  /** In UTF-16 code units of its text. */
  start: count,
  end: count,
  text: z.string(),
  label: z.string().min(1).max(64),
  by: z.enum(labelOrigins),
  suggested: z.string().min(1).max(64),
  confidence: z.number().min(0).max(1),
  reason: z.enum(suggestionReasons),
})

export type LabelSlip = z.infer<typeof labelSlipSchema>

/** The calls about what the model suggests. */
export const suggestionsCalls = {
  /**
   * What the model suggests for a part of the document's segments, labelled ones as well. A window asks for the part
   * in sight first, then for the others, each with some segments on either side.
   */
  suggestDocument: {
    request: z.object({
      corpus,
      document,
      /** Start and end of each of the segments that the model sees in turn, in UTF-16 code units: s0, e0, s1, e1 … */
      bounds: z.array(count).max(2 * mostOfPart),
      /** Which of these segments it suggests for: from index `first` on so many. */
      first: count,
      count: count.max(mostOfPart),
    }),
    reply: z.object({
      /** From how many documents it learned; its version grows each time it learns anew. */
      model: z.object({ learned: count, version: count }),
      /** One for each of these; null where there is none, and everywhere while suggestions are off. */
      suggestions: z.array(suggestionSchema.nullable()),
    }),
  },
  /** Changes for this corpus what is given; told to all windows with `suggestion-settings`. */
  setSuggestions: {
    request: z.object({ corpus, ...suggestionSettingsSchema.partial().shape }),
    reply: z.object({}),
  },
  /** The models whose suggestions were taken in: what `setSuggestions` may name as the source. */
  listModels: {
    request: z.object({ corpus }),
    reply: z.object({
      /** By name, and for how many documents each has suggestions. */
      models: z.array(z.object({ name: z.string(), documents: count })),
    }),
  },
  /** Unfinished documents, those first from which the model would learn most. */
  nextDocuments: {
    request: z.object({
      corpus,
      count: count.max(200),
      /** Only documents of this work list. */
      list: workListNameSchema.optional(),
    }),
    reply: z.object({
      /** Whether the model has looked at the documents already; else they come in an order without it. */
      ready: z.boolean(),
      documents: z.array(nextDocumentSchema),
    }),
  },
  /**
   * Labels that are likely slips, the likeliest first and repeats of a line together, without those that were kept.
   * `suggestions-off` where suggestions are off.
   */
  reviewLabels: {
    request: z.object({ corpus, job }),
    reply: z.object({
      slips: z.array(labelSlipSchema),
      /** How many labels were looked at. */
      checked: count,
      cancelled: z.boolean(),
    }),
  },
  /** Remembers that these labels are right as they are, so that this annotator is not asked again. */
  keepReviewed: {
    request: z.object({
      corpus,
      slips: z.array(labelSlipSchema.pick({ document: true, start: true, end: true, label: true })).max(5000),
    }),
    reply: z.object({}),
  },
  /**
   * Writes what a model suggests for all documents that are not done, one a line, as `SuggestionRecord` says. It learns
   * from the labels on the disk and nothing else.
   */
  suggestCorpus: {
    request: z.object({
      corpus,
      /** Whose labels it learns from; those of the annotator of this Winnow, or of the only one, if not given. */
      annotator: annotatorNameSchema.optional(),
      /** Whether it learns from nobody's. */
      priorOnly: z.boolean(),
      /** Only documents of this work list; what repeats is counted in the whole corpus all the same. */
      list: workListNameSchema.optional(),
      /** A place that the host named; a new file in `winnow/exports` if not given. */
      target: z.string().max(64).optional(),
      job,
    }),
    reply: z.object({
      path: z.string(),
      documents: count,
      segments: count,
      /** From how many documents it learned. */
      learned: count,
      leftOut: z.array(z.object({ document, reason: z.string() })),
    }),
  },
} as const

export const suggestionsEvents = {
  /** The model learned from the labels of this many documents: what is not labelled yet may look otherwise now. */
  'model-learned': z.object({ corpus, documents: count, version: count, milliseconds: count }),
  'suggestion-settings': z.object({ corpus, ...suggestionSettingsSchema.shape }),
  /** Why there are no suggestions, or no newer ones; a sentence. Labelling goes on. */
  'suggestion-trouble': z.object({ corpus, message: z.string() }),
} as const
