import type { DatasetDocument, SplitName } from '../../core/datasets/dataset-document.ts'
import type { FormatContext } from '../../core/datasets/dataset-format.ts'
import type { SplitOptions } from '../../core/splits/split-options.ts'
import type { SplitReport } from '../../core/splits/split-report.ts'

/** How much went into a dataset, or into one of its splits. */
export interface DatasetCounts {
  documents: number
  segments: number
  unlabelled: number
  /** How many segments have each label, by its name. */
  readonly labels: Map<string, number>
}

/** What is known of a dataset once all its documents are written. */
export interface ExportSummary {
  readonly counts: DatasetCounts
  /** Of each split; none where the dataset is not split. */
  readonly splits: Partial<Record<SplitName, DatasetCounts>>
  readonly report: SplitReport | null
}

/** What a writer knows of the dataset before its first document. */
export interface WriterContext extends FormatContext {
  readonly annotator: string
  /** How the dataset is split; null: not. */
  readonly split: SplitOptions | null
  /** The labels home of the corpus. */
  readonly home: string
}

/** Writes documents in one format into {@link ExportFiles}. */
export interface ExportWriter {
  /**
   * @throws RangeError if this document cannot be written, which leaves the others unharmed
   * @throws WinnowError if it was not written as it should have been, which ends the export
   */
  add(document: DatasetDocument): Promise<void>
  /** Ends all files. */
  end(summary: ExportSummary): Promise<void>
}
