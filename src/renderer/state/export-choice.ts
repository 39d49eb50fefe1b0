import type { Status } from '../../core/annotation.ts'
import type { Request } from '../../core/contract.ts'
import { asLabelled } from '../../core/datasets/built-in-mappings.ts'
import { type ExportOptions, exportOptionsSchema } from '../../core/datasets/export-options.ts'
import type { ExportFormat } from '../../core/datasets/format-names.ts'
import type { SegmentPolicy } from '../../core/datasets/label-mapping.ts'
import type { OffsetUnit } from '../../core/offsets.ts'
import { type LabelOrigin, labelOrigins } from '../../core/segment.ts'
import { type SplitOptions, splitOptionsSchema } from '../../core/splits/split-options.ts'
import type { Controller } from './controller.ts'

/** What makes a dataset, as the service is asked for it. */
export type DatasetRequest = Request<'previewExport'>

/** The formats by what they are for, in the order in which they are shown. */
export const formatGroups = {
  winnow: ['jsonl'],
  tables: ['csv', 'tsv', 'parquet', 'hugging-face'],
  tools: ['label-studio', 'doccano', 'prodigy'],
  tagging: ['spacy', 'conll', 'conll-lines'],
  gold: ['cleaneval', 'dragnet', 'boilernet', 'l3s-gn1'],
  cleaned: ['text', 'cleaned-jsonl', 'pairs', 'line-labels'],
} as const satisfies Record<string, readonly ExportFormat[]>

/** The states that an export can be kept to: those in which documents have labels. */
export const exportStates = {
  done: ['done'],
  'in-progress': ['in-progress'],
  skipped: ['skipped'],
  flagged: ['flagged-not-article', 'flagged-unsure', 'flagged-broken-text'],
} as const satisfies Record<string, readonly Status[]>

export type ExportState = keyof typeof exportStates

export const splitKinds = ['none', 'ratio', 'count'] as const

/** How the dataset is split; numbers as they are typed. */
export interface SplitChoice {
  readonly kind: (typeof splitKinds)[number]
  /** For `ratio`. */
  readonly ratio: { readonly train: string; readonly validation: string; readonly test: string }
  /** For `count`, in documents; the rest is for training. */
  readonly count: { readonly validation: string; readonly test: string }
  readonly seed: string
  readonly bySite: boolean
  readonly nearDuplicates: boolean
  readonly stratify: boolean
}

/** What is chosen and typed in the export dialog. */
export interface ExportChoice {
  readonly format: ExportFormat
  /** The format's own if null. */
  readonly offsets: OffsetUnit | null
  readonly options: Omit<ExportOptions, 'offsets'>
  /** The name of a work list; null: all documents. */
  readonly list: string | null
  /** Whose labels; the user's own where it is empty. */
  readonly annotator: string
  readonly state: ExportState | null
  readonly sites: string
  readonly languages: string
  readonly origins: readonly LabelOrigin[]
  readonly mapping: string
  /** As the mapping says, if null. */
  readonly unlabelled: SegmentPolicy | null
  readonly uncertain: SegmentPolicy | null
  readonly split: SplitChoice
}

export const firstChoice: ExportChoice = {
  format: 'jsonl',
  offsets: null,
  options: exportOptionsSchema.parse({}),
  list: null,
  annotator: '',
  state: null,
  sites: '',
  languages: '',
  origins: labelOrigins,
  mapping: asLabelled,
  unlabelled: null,
  uncertain: null,
  split: {
    kind: 'none',
    ratio: { train: '80', validation: '10', test: '10' },
    count: { validation: '100', test: '100' },
    seed: '0',
    bySite: true,
    nearDuplicates: true,
    stratify: true,
  },
}

/** What the choice asks for; null where nothing can be asked: no origin is chosen, or a number is none. */
export function requestOf(corpus: string, choice: ExportChoice): DatasetRequest | null {
  const split = splitOf(choice.split)
  if (split === null || choice.origins.length === 0) return null
  const sites = listed(choice.sites)
  const languages = listed(choice.languages)
  const annotator = choice.annotator.trim()
  const filter = {
    ...(choice.state && { statuses: [...exportStates[choice.state]] }),
    ...(sites.length > 0 && { sites }),
    ...(languages.length > 0 && { languages }),
  }
  return {
    corpus,
    format: choice.format,
    options: { ...choice.options, ...(choice.offsets && { offsets: choice.offsets }) },
    filter,
    mapping: choice.mapping,
    ...(annotator !== '' && { annotator }),
    ...(choice.list !== null && { list: choice.list }),
    ...(choice.origins.length < labelOrigins.length && { by: [...choice.origins] }),
    ...(choice.unlabelled && { unlabelled: choice.unlabelled }),
    ...(choice.uncertain && { uncertain: choice.uncertain }),
    ...(split && { split }),
  }
}

const listed = (typed: string): string[] => typed.split(',').flatMap((name) => name.trim() || [])

/** Undefined where there are no splits, null where a number is none or too large. */
function splitOf({ kind, ratio, count, seed, ...kept }: SplitChoice): SplitOptions | undefined | null {
  if (kind === 'none') return undefined
  const shares =
    kind === 'ratio'
      ? {
          kind,
          train: numberOf(ratio.train),
          validation: numberOf(ratio.validation),
          test: numberOf(ratio.test),
        }
      : { kind, validation: numberOf(count.validation), test: numberOf(count.test) }
  const parsed = splitOptionsSchema.safeParse({
    shares,
    seed: numberOf(seed),
    bySite: kept.bySite,
    nearDuplicates: kept.nearDuplicates,
    stratify: kept.stratify,
  })
  return parsed.success ? parsed.data : null
}

const numberOf = (typed: string): number => (/^\d+(\.\d+)?$/.test(typed.trim()) ? Number(typed) : Number.NaN)

/** What was exported last in each window, by the id of the corpus. */
const last = new WeakMap<Controller, Map<string, ExportChoice>>()

/** What was chosen when this corpus was exported last from this window. */
export const lastChoice = (controller: Controller, corpus: string): ExportChoice =>
  last.get(controller)?.get(corpus) ?? firstChoice

/** Keeps what was chosen for the next export of the corpus. */
export function rememberChoice(controller: Controller, corpus: string, choice: ExportChoice): void {
  const choices = last.get(controller) ?? new Map<string, ExportChoice>()
  last.set(controller, choices.set(corpus, choice))
}
