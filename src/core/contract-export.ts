import { z } from 'zod'
import { annotatorNameSchema } from './annotator-name.ts'
import { exportOptionsSchema } from './datasets/export-options.ts'
import { exportFormats } from './datasets/format-names.ts'
import { labelMappingSchema, segmentPolicies } from './datasets/label-mapping.ts'
import { givenNameSchema } from './given-name.ts'
import { datasetUnits } from './offsets.ts'
import { labelOrigins } from './segment.ts'
import { splitOptionsSchema } from './splits/split-options.ts'
import { splitOutcomeSchema } from './splits/split-outcome.ts'
import { workListFilterSchema } from './work-list/work-list-choice.ts'
import { workListNameSchema } from './work-list/work-list-file.ts'

const corpus = z.string().min(1).max(64)
const document = z.string().min(1).max(8192)
const count = z.int().nonnegative()

/** Of a preview the documents that are shown, those that are looked at for them, and the text of each file. */
export const exportPreviewLimits = { documents: 3, lookedAt: 100, text: 20_000 } as const

/** What makes a dataset; what is not given is left to the format and to the corpus. */
const datasetRequest = z.object({
  corpus,
  format: z.enum(exportFormats),
  options: exportOptionsSchema.partial().optional(),
  /** Whose labels; the annotator of this Winnow if not given. */
  annotator: annotatorNameSchema.optional(),
  /** Only documents of this work list. */
  list: workListNameSchema.optional(),
  /** Only documents that it lets through; `statuses` are the annotator's own. */
  filter: workListFilterSchema.optional(),
  /** Only labels that came to be so, the others count as not given; all if not given. */
  by: z.array(z.enum(labelOrigins)).min(1).optional(),
  /** The name of a mapping of labels, one of the corpus or a built-in one; as they are if not given. */
  mapping: givenNameSchema.optional(),
  /** What becomes of segments without a label and of uncertain ones, if not as the mapping says. */
  unlabelled: z.enum(segmentPolicies).optional(),
  uncertain: z.enum(segmentPolicies).optional(),
  split: splitOptionsSchema.optional(),
})

/** Something that was left out, by name, and the sentence why. */
const leftOutSchema = z.object({ document, reason: z.string() })

const layoutSchema = z.object({ kind: z.enum(['file', 'folder']), extension: z.string() })

/** The calls by which labels go out as datasets. */
export const exportCalls = {
  /** Shows the system's save dialog; null if the user chose nothing. `not-here` where the host has no dialog. */
  chooseExportPath: {
    request: z.object({
      corpus,
      format: z.enum(exportFormats),
      options: exportOptionsSchema.partial().optional(),
      /** Whether the dataset is split, which makes a folder of it. */
      isSplit: z.boolean().optional(),
    }),
    reply: z.object({ target: z.string(), path: z.string() }).nullable(),
  },
  /** What the first documents become. Writes nothing, and plans no splits. */
  previewExport: {
    request: datasetRequest,
    reply: z.object({
      layout: layoutSchema,
      /** In what offsets may count, the default first; none where there are none. */
      units: z.array(z.enum(datasetUnits)),
      /** How many documents the annotator has labels of, before the filter. */
      labelled: count,
      documents: z.array(
        z.object({
          document,
          /** The files or, where the dataset is one file, the part of it with the path ''. */
          files: z.array(z.object({ path: z.string(), text: z.string(), isCut: z.boolean() })),
        }),
      ),
      leftOut: z.array(leftOutSchema),
    }),
  },
  exportCorpus: {
    request: datasetRequest.extend({
      /** A place that `chooseExportPath` gave; a new one in `winnow/exports` if not given. */
      target: z.string().max(64).optional(),
      /** A name for the job, for `cancelJob` and the event `job-progress`. */
      job: z.string().min(1).max(64),
    }),
    reply: z.object({
      path: z.string(),
      /** Under which the web host offers the file for download; null where there is none. */
      download: z.string().nullable(),
      documents: count,
      segments: count,
      /** How many segments in the exported documents have no label. */
      unlabelled: count,
      leftOut: z.array(leftOutSchema),
      /**
       * What was kept together, and what whoever uses the splits should know, as sentences in English; `outcome` says the
       * same for those who speak otherwise. Null without splits.
       */
      split: z
        .object({ summary: z.array(z.string()), warnings: z.array(z.string()), outcome: splitOutcomeSchema })
        .nullable(),
    }),
  },
  exportMappings: {
    request: z.object({ corpus }),
    /** The built-in ones follow from the label set; the first is used if none is named. */
    reply: z.object({ builtIn: z.array(labelMappingSchema), saved: z.array(labelMappingSchema) }),
  },
  /** Keeps a mapping with the corpus, in place of the one of its name. Answers once it is durable. */
  saveExportMapping: { request: z.object({ corpus, mapping: labelMappingSchema }), reply: z.object({}) },
  removeExportMapping: { request: z.object({ corpus, name: givenNameSchema }), reply: z.object({}) },
} as const
