import type { OffsetUnit } from '../offsets.ts'
import type { DatasetDocument, DatasetLabel } from './dataset-document.ts'
import type { ExportOptions } from './export-options.ts'
import type { ExportFormat } from './format-names.ts'
import type { ReadDocument, ReadTrouble } from './read-document.ts'

/** What a format knows of the dataset beside the document at hand. */
export interface FormatContext {
  /** The name of the corpus. */
  readonly corpus: string
  /** The labels that segments can have, in the order of the label set. */
  readonly labels: readonly DatasetLabel[]
  /** In what offsets are to count; one of the format's units. */
  readonly unit: OffsetUnit
  readonly options: ExportOptions
}

/** Text that goes into one file of a dataset. */
export interface DatasetFile {
  /** Below the folder of the dataset, with `/`; '' for the file itself where the layout is `file`. */
  readonly path: string
  readonly text: string
}

/** What stands before, between and after the documents of a file. */
export interface Frame {
  readonly before: string
  readonly between: string
  readonly after: string
}

/** How datasets are written as text, and read again. Knows no disk: it makes and takes text. */
export interface DatasetFormat {
  readonly name: ExportFormat
  /** Whether all documents go into one file, or each into files of its own. */
  readonly layout: 'file' | 'folder'
  /** Of the file or the files: `.jsonl`. */
  readonly extension: string
  /** In what its offsets may count, the default first; none where it has no offsets. */
  readonly units: readonly OffsetUnit[]
  /** Nothing around the documents if not given. */
  frame?(context: FormatContext): Frame
  /** Files beside the documents: a schema, a labelling configuration. Beside a file they are put as `<file>-<path>`. */
  companions?(context: FormatContext): readonly DatasetFile[]
  /**
   * What the document becomes: one piece with the path '' where the layout is `file`.
   * @throws RangeError saying why, if it cannot be written faithfully; it is then left out by name
   */
  pieces(document: DatasetDocument, context: FormatContext): readonly DatasetFile[]
  /** Whether segments without a label go out too. */
  readonly carriesUnlabelled?: boolean
  /** What a reader gets back, in order; every labelled segment with its offsets if not given. */
  carries?(
    document: DatasetDocument,
    context: FormatContext,
  ): readonly { readonly text: string; readonly label: string | null }[]
  /**
   * What a file of this format says, document by document, as its text comes in `chunks`. `name` is that of the file
   * below the folder of the dataset. Nothing for a file beside the documents.
   */
  read?(chunks: AsyncIterable<string>, name: string): AsyncGenerator<ReadDocument | ReadTrouble>
}
