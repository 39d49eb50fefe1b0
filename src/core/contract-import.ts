import { z } from 'zod'
import { statuses } from './annotation.ts'
import { annotatorNameSchema } from './annotator-name.ts'
import { importFormats } from './datasets/import-formats.ts'
import { otherLabels } from './import/chosen-labels.ts'
import { importChanges } from './import/plan-import.ts'
import { datasetUnits } from './offsets.ts'
import { modelNameSchema } from './suggestions/named-suggestions-file.ts'

const corpus = z.string().min(1).max(64)
const document = z.string().min(1).max(8192)
const job = z.string().min(1).max(64)
const count = z.int().nonnegative()
const share = z.number().min(0).max(1)
/** What a label is called in a file, which may be anything. */
const foreignLabel = z.string().max(8192)

/** The most documents and refusals of an import that a reply lists; all are counted. */
export const mostImportItems = 1000

/** Which share of a gold text has to be found in a document, unless somebody says otherwise. */
export const defaultLeastAligned = 0.8

/** The most bytes of a file that can be sent at once, and of all files of one source. */
export const uploadLimits = { chunk: 4 * 1024 * 1024, source: 512 * 1024 * 1024, files: 20_000 } as const

const importRequest = z.object({
  corpus,
  /** Files that the host named, or that were sent; no window can name a path. */
  source: z.string().max(64),
  /** Guessed from the first file if not given. */
  format: z.enum(importFormats).optional(),
  as: z.discriminatedUnion('kind', [
    /** Labels of an annotator: the one of this Winnow if not given. */
    z.object({ kind: z.literal('labels'), annotator: annotatorNameSchema.optional() }),
    /** Suggestions of a model, which are kept under its name and count as nobody's labels. */
    z.object({ kind: z.literal('suggestions'), model: modelNameSchema }),
  ]),
  /** Only what the file says is by this annotator or model. */
  of: z.string().min(1).max(200).optional(),
  /** The status that the documents get; what the file says of each if not given. */
  status: z.enum(statuses).optional(),
  /** Whether the labels that a document has already give way to others. */
  overwrite: z.boolean(),
  /** What becomes of labels of the file: a label of the label set; null: left out. */
  labels: z.array(z.object({ label: foreignLabel, becomes: z.string().min(1).max(64).nullable() })).max(1000),
  /** What becomes of labels that are neither in the label set nor in `labels`. */
  others: z.enum(otherLabels),
  /** The label of the label set that all text gets for which the file has none; it has none then, if not given. */
  rest: z.string().min(1).max(64).optional(),
  /** In what offsets count, in place of what the file says. */
  unit: z.enum(datasetUnits).optional(),
  /** Which share of a text without offsets has to be found in its document. */
  leastAligned: share.default(defaultLeastAligned),
  job,
})

/** As what labels were taken in. */
export const importedAsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('labels'), annotator: annotatorNameSchema }),
  z.object({ kind: z.literal('suggestions'), model: modelNameSchema }),
])

/** Something in the files that is not taken in. */
const refusedSchema = z.object({
  /** `line 3`, `gold/a.txt`, `gold/b.json, task 17`. */
  where: z.string(),
  document: z.string().nullable(),
  /** A sentence. */
  reason: z.string(),
})

/** What an import would do to a document. */
const importItemSchema = z.object({
  document,
  where: z.string(),
  change: z.enum(importChanges),
  /** How many segments would have a label. */
  labelled: count,
  /** Labels of the document that the file has otherwise: lost if it is overwritten. The first of them stands beside. */
  others: count,
  example: z.object({ text: z.string(), label: z.string() }).nullable(),
  /** How much of its text was found; null where there are offsets. */
  aligned: share.nullable(),
})

/** The labels of the files: in how many segments each is, and what becomes of it; `missing` in the label set. */
const importedLabelsSchema = z.array(
  z.object({
    name: foreignLabel,
    segments: count,
    becomes: z.string().nullable(),
    missing: z.boolean(),
  }),
)

const previewReply = z.object({
  format: z.enum(importFormats),
  /** How many documents there are of each change. */
  documents: z.record(z.enum(importChanges), count),
  segments: count,
  /** In the order of the files, {@link mostImportItems} at most. */
  items: z.array(importItemSchema),
  refused: z.array(refusedSchema),
  refusedCount: count,
  labels: importedLabelsSchema,
  /** A unit in which offsets fit that do not as the file counts them, and in how many documents. */
  otherUnit: z.object({ unit: z.enum(datasetUnits), documents: count }).nullable(),
  /** Of the documents whose text was looked for: how many, and which share was found in the least and on average. */
  aligned: z.object({ documents: count, least: share, mean: share }).nullable(),
  /** Who is named in the files: annotators and models. */
  annotators: z.array(z.string()),
  models: z.array(z.string()),
  cancelled: z.boolean(),
})

const importReply = z.object({
  format: z.enum(importFormats),
  /** For `undoImport`; null where nothing was changed. */
  step: z.string().nullable(),
  /** Documents that have other labels, suggestions or another status now, and how many labelled segments are in them. */
  documents: count,
  segments: count,
  /** Documents that were as the file says already. */
  unchanged: count,
  /** Labels that were added to the label set. */
  added: z.array(z.string()),
  labels: importedLabelsSchema,
  /** What was not taken in, {@link mostImportItems} at most. */
  refused: z.array(refusedSchema),
  refusedCount: count,
  cancelled: z.boolean(),
  /** The sentence why it ended early, as where the disk is full; what is imported by then is saved. */
  trouble: z.string().nullable(),
})

/** The calls that take labels in. */
export const importCalls = {
  /** Shows the system's dialog; null if the user chose nothing. `not-here` where the host has none. */
  chooseImportPath: {
    request: z.object({ corpus, kind: z.enum(['file', 'folder']) }),
    reply: z.object({ source: z.string(), path: z.string() }).nullable(),
  },
  /**
   * Sends a part of a file; the parts of one file in order, and all files of a source one after the other. The last few
   * sources are kept until this Winnow ends.
   */
  uploadImport: {
    request: z.object({
      /** Null for the first part of the first file. */
      source: z.string().max(64).nullable(),
      /** The name of the file, below the folder that was chosen; with `/`. */
      name: z.string().min(1).max(1024),
      bytes: z.base64().max(Math.ceil(uploadLimits.chunk / 3) * 4),
    }),
    reply: z.object({ source: z.string() }),
  },
  /** What {@link importLabels} would do. Writes nothing. `import-failed` if the files cannot be read. */
  importPreview: { request: importRequest, reply: previewReply },
  /**
   * Takes labels in, document by document, each durable. Documents are found by their content, id, name or URL.
   * `import-failed` if the files cannot be read.
   */
  importLabels: { request: importRequest, reply: importReply },
  /** The imports that can be taken back, the latest first. */
  listImports: {
    request: z.object({ corpus }),
    reply: z.object({
      imports: z.array(
        z.object({
          step: z.string(),
          /** When it began, ISO 8601 in UTC. */
          made: z.string(),
          as: importedAsSchema,
        }),
      ),
      /** Sentences about imports that cannot be taken back, as what they did cannot be read. */
      troubles: z.array(z.string()),
    }),
  },
  /**
   * Takes a whole import back, also one of an earlier day. What was changed since stays as it is and is named. Labels
   * that were added to the label set stay in it.
   */
  undoImport: {
    request: z.object({ corpus, step: z.string().min(1).max(64), job }),
    reply: z.object({
      documents: count,
      kept: z.array(z.object({ document, reason: z.string() })),
      cancelled: z.boolean(),
      trouble: z.string().nullable(),
    }),
  },
} as const

export type ImportRequest = z.infer<typeof importRequest>
export type ImportItem = z.infer<typeof importItemSchema>
export type ImportRefusal = z.infer<typeof refusedSchema>
export type ImportPreview = z.infer<typeof previewReply>
export type ImportReply = z.infer<typeof importReply>
