import type { ExportOptions } from '../../core/datasets/export-options.ts'
import type { ExportFormat } from '../../core/datasets/format-names.ts'
import type { LabelMapping } from '../../core/datasets/label-mapping.ts'
import type { OffsetUnit } from '../../core/offsets.ts'
import type { LabelOrigin } from '../../core/segment.ts'
import type { SplitOptions } from '../../core/splits/split-options.ts'
import type { WorkListFilter } from '../../core/work-list/work-list-choice.ts'
import type { Exported } from './export-dataset.ts'
import type { WrittenFile } from './hashed-file.ts'

/** What a manifest says of an export before it was made. */
export interface ManifestFacts {
  /** Winnow's version. */
  readonly winnow: string
  readonly corpus: string
  readonly format: ExportFormat
  /** In what offsets count; null where there are none. */
  readonly offsets: OffsetUnit | null
  readonly options: ExportOptions
  readonly annotator: string
  readonly list: string | null
  readonly by: readonly LabelOrigin[] | null
  readonly filter: WorkListFilter
  readonly mapping: LabelMapping
  readonly split: SplitOptions | null
}

/**
 * What `manifest.json` says: how the dataset was made, what is in it, and the SHA-256 of each of its other files. It
 * holds no time and no place, so that the same labels and options give the same bytes.
 */
export function manifestText(
  facts: ManifestFacts,
  { counts, report, leftOut }: Exported,
  files: readonly WrittenFile[],
): string {
  const { offsets: _, ...options } = facts.options
  const manifest = {
    manifest: 1,
    ...facts,
    options,
    counts: {
      ...counts,
      labels: Object.fromEntries([...counts.labels].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
    leftOut: leftOut.map(({ document }) => document),
    splitReport: report,
    files: files.map(({ path, ...rest }) =>
      path === '' ? { file: 'dataset', ...rest } : { file: path, ...rest },
    ),
  }
  return `${JSON.stringify(manifest, null, 1)}\n`
}
