import { setImmediate as nextTurn } from 'node:timers/promises'
import { parquetMetadata, parquetReadObjects, type RowGroup, type SchemaElement } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { Row, RowColumn } from '../../../core/datasets/parquet/row-columns.ts'
import { say } from '../../../core/sentences/say.ts'
import { WinnowError } from '../../../core/winnow-error.ts'
import { parquetSchema } from './parquet-schema.ts'
import { rowDifference } from './row-difference.ts'

/**
 * How much goes into one row group, in rows and in UTF-16 code units of their texts: enough to be read in one go, and
 * little enough to be encoded in a blink and streamed.
 */
const mostRows = 10_000
const mostUnits = 500_000

/** Where the bytes of a file go. */
interface ByteSink {
  append(bytes: Uint8Array): Promise<void>
}

/** A Parquet file under way. What is written is read again with another library first, and compared. */
export class ParquetFile {
  readonly #sink: ByteSink
  readonly #columns: readonly RowColumn[]
  /** What was encoded and not written yet. */
  readonly #encoded = new ByteWriter()
  readonly #parquet: ParquetWriter
  #waiting: Row[] = []
  #units = 0
  #rows = 0
  #bytes = 0

  /** @param facts go into the file's own metadata */
  constructor(sink: ByteSink, columns: readonly RowColumn[], facts: Readonly<Record<string, string>>) {
    this.#sink = sink
    this.#columns = columns
    this.#parquet = new ParquetWriter({
      writer: this.#encoded,
      schema: parquetSchema(columns),
      kvMetadata: Object.entries(facts).map(([key, value]) => ({ key, value })),
      createdBy: 'winnow',
    })
  }

  /** How many rows were added. */
  get rows(): number {
    return this.#rows + this.#waiting.length
  }

  /** How many bytes were written. */
  get bytes(): number {
    return this.#bytes
  }

  /**
   * @param units about how much text the row holds, in UTF-16 code units
   * @throws WinnowError naming the row that would not be read as it is
   */
  async add(row: Row, units: number): Promise<void> {
    this.#waiting.push(row)
    this.#units += units
    if (this.#waiting.length >= mostRows || this.#units >= mostUnits) await this.#writeGroup()
  }

  /** Writes the rest. @throws WinnowError as {@link add} */
  async end(): Promise<void> {
    if (this.#waiting.length > 0) await this.#writeGroup()
    await this.#parquet.finish()
    const { num_rows } = parquetMetadata(copied(this.#encoded.getBytes()), { geoparquet: false })
    if (Number(num_rows) !== this.#rows)
      throw notFaithful(
        say`a Parquet file would say that it has ${Number(num_rows)} rows and not ${this.#rows}`,
      )
    await this.#write()
  }

  async #writeGroup(): Promise<void> {
    const rows = this.#waiting
    this.#waiting = []
    this.#units = 0
    await this.#parquet.write({
      columnData: this.#columns.map(({ name }) => ({ name, data: rows.map((row) => row[name]) })),
      rowGroupSize: rows.length,
    })
    await nextTurn()
    await this.#verify(rows)
    await this.#write()
    this.#rows += rows.length
  }

  /** Compares the row group that was encoded last with its rows. */
  async #verify(rows: readonly Row[]): Promise<void> {
    const group = this.#parquet.row_groups.at(-1)
    const read = group
      ? await readGroup(group, this.#parquet.schema, this.#encoded.getBytes(), this.#bytes)
      : []
    for (const [index, row] of rows.entries()) {
      const where = rowDifference(this.#columns, row, read[index])
      if (where === null) continue
      const [{ name } = { name: '' }] = this.#columns
      throw notFaithful(say`${String(row[name])} would not be in the Parquet file as it is; ${where} differs`)
    }
  }

  async #write(): Promise<void> {
    const bytes = this.#encoded.getBytes()
    // The same memory is used for what comes next.
    await this.#sink.append(bytes.slice())
    this.#bytes += bytes.length
    this.#encoded.index = 0
  }
}

/** Not as for a document that is left out: every other row is in doubt then, too. */
const notFaithful = (what: string): WinnowError =>
  new WinnowError(
    'export-failed',
    say`The export was stopped: ${what}. Nothing was exported, and the labels are safe. Please report this, and export as JSONL meanwhile.`,
  )

// A byte order mark at the beginning of a text is a part of it.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The rows of a group whose bytes begin at `start` of the file. */
const readGroup = (
  group: RowGroup,
  schema: SchemaElement[],
  bytes: Uint8Array,
  start: number,
): Promise<Record<string, unknown>[]> =>
  parquetReadObjects({
    file: {
      byteLength: start + bytes.length,
      slice: (from, to = start + bytes.length) => copied(bytes.subarray(from - start, to - start)),
    },
    metadata: { version: 2, schema, num_rows: group.num_rows, row_groups: [group], metadata_length: 0 },
    compressors,
    parsers: { stringFromBytes: (text) => text && decoder.decode(text) },
  })

/** The bytes in a buffer of their own. */
const copied = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer
