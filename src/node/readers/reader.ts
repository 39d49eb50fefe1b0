import type { ColumnCell } from '../../core/columns/column-cell.ts'
import type { ColumnChoice } from '../../core/columns/column-choice.ts'
import type { Encoding } from '../../core/encoding.ts'
import type { HtmlLine } from '../../core/html/line-writer.ts'
import type { ReaderName } from '../../core/reader-name.ts'

/** A file of a corpus that may be a dump. */
export interface DumpFile {
  /** Where it is, absolute. */
  readonly path: string
  /** Its path below the corpus with `/`. The id of its document, or `<id>/<record number>` for its records. */
  readonly id: string
  /** Its size on the disk. */
  readonly bytes: number
}

/** What a corpus says about the reading of its dumps. */
export interface ReaderSettings {
  /** What is absent is guessed. */
  readonly columns: ColumnChoice
  /** The encoding of what does not tell its own by a byte order mark; absent: found out for each document. */
  readonly encoding?: Encoding
  /** The folder where seek points of compressed files may be kept; null: nowhere. */
  readonly cacheFolder: string | null
}

/** What a record says of itself beside its text. */
export interface OwnFacts {
  readonly id?: string
  readonly url?: string
  readonly language?: string
  readonly date?: string
}

/** A record as the index knows it: enough to list it and to read it again without what stands before it. */
export interface RecordFacts extends OwnFacts {
  /** From 1, as in the id of its document. The number of a record that cannot be used is given to no other. */
  readonly number: number
  /** Where it begins, in what its reader counts: a byte of the uncompressed file, a row. A safe integer. */
  readonly position: number
  /** Its length at `position`, uncompressed; what its reader needs to find its end. */
  readonly bytes: number
  /** What it has in the column that was asked for. */
  readonly cell?: ColumnCell
}

/** A record, or the rest of a file, that cannot be used. */
export interface RecordTrouble {
  /** For the user: `line 17`, `record 3`, `byte 1204`; empty for the file as a whole. */
  readonly where: string
  /** A sentence for the user. */
  readonly reason: string
}

/** Some more records of a file. */
export interface IndexBatch {
  readonly records: readonly RecordFacts[]
  readonly troubles: readonly RecordTrouble[]
  /** How many bytes of the file on the disk are behind us, to show progress against {@link DumpFile.bytes}. */
  readonly doneBytes: number
  /**
   * With the last batch, how many records hold nothing to label, such as requests and images, by what they are. They are
   * no troubles.
   */
  readonly leftOut?: Readonly<Record<string, number>>
}

/** How a document's text was made from the HTML of its dump. */
export interface Conversion {
  readonly name: 'html-lines'
  readonly version: number
  readonly sourceSha256: string
  readonly source: string
  readonly lines: readonly HtmlLine[]
}

/** One document as it was read. */
export interface ReadRecord {
  /** Never normalised: no NFC, no line-end change. */
  readonly text: string
  /**
   * SHA-256 in hexadecimal of what the text was decoded from: the bytes of the file where it is one document, or of the
   * record's body; the text or HTML in UTF-8 where a container has only columns. Bytes of compressed files are those
   * within.
   */
  readonly sha256: string
  /** How many bytes `sha256` is of. */
  readonly bytes: number
  /** In what its text was encoded where the dump holds bytes of it. */
  readonly encoding: Encoding
  /** How many characters could not be decoded and are U+FFFD now; more than 0 flags the document. */
  readonly undecodable: number
  /** Null for what is text as it lies there. */
  readonly conversion: Conversion | null
  readonly facts: OwnFacts
  /** The other columns by their paths, and no deeper than that; texts are cut at {@link longestMetadata}. */
  readonly metadata: Readonly<Record<string, string | number | boolean | null>>
}

/** How much of a metadata column's text is kept, in UTF-16 code units. */
export const longestMetadata = 500

/** An open container; each record is read on its own. */
export interface RecordSource {
  /** @throws WinnowError saying why this record cannot be read */
  read(facts: Pick<RecordFacts, 'number' | 'position' | 'bytes'>): Promise<ReadRecord>
  close(): Promise<void>
}

/** The first records of a container, for the choice of its columns. */
export interface Preview {
  /** All columns seen, by their paths, in the order in which they came. */
  readonly columns: readonly string[]
  readonly guess: ColumnChoice
  readonly records: readonly ReadRecord[]
}

/** Reads one kind of dump. */
export interface DumpReader {
  readonly name: ReaderName
  /** True if a file is one document and has no records. Its index is one record without a number of its own: 1. */
  readonly single: boolean
  /** Whether this is its kind, by a file's name and its first 64 KiB, uncompressed. */
  recognises(name: string, head: Uint8Array): boolean
  /** Columns that all its dumps have; others are those of a preview. */
  readonly columns?: readonly string[]
  /**
   * Finds all records in one pass and in bounded memory, with what they have in the metadata column `column`. What cannot
   * be used becomes a trouble and the rest goes on.
   * @throws DOMException `AbortError` once `signal` is aborted
   * @throws WinnowError if the file cannot be read at all
   */
  index(
    file: DumpFile,
    settings: ReaderSettings,
    signal: AbortSignal,
    column?: string,
  ): AsyncGenerator<IndexBatch>
  /** @throws WinnowError if the file cannot be opened */
  open(file: DumpFile, settings: ReaderSettings): Promise<RecordSource>
  /** Only where records have columns. @throws WinnowError if the file cannot be read */
  preview?(file: DumpFile, settings: ReaderSettings): Promise<Preview>
}
