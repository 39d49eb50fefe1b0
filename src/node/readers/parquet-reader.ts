import type { ColumnChoice } from '../../core/columns/column-choice.ts'
import { columnPaths, guessColumns } from '../../core/columns/guess-columns.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { columnRecord, mainColumn, usedColumns } from './column-record.ts'
import { convertHtml } from './html-conversion.ts'
import { indexOpened, previewOpened, sourceOpened } from './opened-dump.ts'
import type { LeafColumn } from './parquet/leaf-column.ts'
import { encryptedMark, openParquet, parquetMark } from './parquet/parquet-file.ts'
import { parquetIndex } from './parquet/parquet-index.ts'
import { firstRecords, type ParquetRecord, parquetRecord } from './parquet/parquet-record.ts'
import { ParquetRows } from './parquet/parquet-rows.ts'
import type { DumpFile, DumpReader, IndexBatch, ReaderSettings, ReadRecord, RecordSource } from './reader.ts'

/** How many rows are looked at to guess the columns, and how many are shown. */
const guessedFrom = 20
const previewed = 5

/** Parquet files: one record a row, numbered from 1. */
export const parquetReader: DumpReader = {
  name: 'parquet',
  single: false,

  recognises: (_name, head) =>
    [parquetMark, encryptedMark].includes(Buffer.from(head.subarray(0, 4)).toString('latin1')),

  async *index(file, settings, signal, column) {
    const rows = new ParquetRows(await openParquet(file.path))
    yield* indexOpened(file, rows, indexBatches(file, rows, settings, signal, column))
  },

  async open(file, settings) {
    const rows = new ParquetRows(await openParquet(file.path))
    return sourceOpened(file, rows, async () =>
      parquetSource(file, rows, (await columnsOf(rows, settings)).columns),
    )
  },

  async preview(file, settings) {
    return previewOpened(file, new ParquetRows(await openParquet(file.path)), async (rows) => {
      const { columns, records } = await columnsOf(rows, settings)
      const values = records.map((record) => record.columns)
      return {
        columns: columnPaths(values),
        guess: guessColumns(values),
        records: records.flatMap((record) => documentIn(record, columns) ?? []).slice(0, previewed),
      }
    })
  },
}

async function* indexBatches(
  file: DumpFile,
  rows: ParquetRows,
  settings: ReaderSettings,
  signal: AbortSignal,
  column: string | undefined,
): AsyncGenerator<IndexBatch> {
  const { columns, records } = await columnsOf(rows, settings)
  const main = mainLeaf(rows, columns, records)
  if (typeof main !== 'string') yield* parquetIndex(file, rows, { main, columns, column }, signal)
  else if (rows.groups.length > 0)
    yield { records: [], troubles: [{ where: '', reason: main }], doneBytes: file.bytes }
}

async function columnsOf(
  rows: ParquetRows,
  settings: ReaderSettings,
): Promise<{ columns: ColumnChoice; records: ParquetRecord[] }> {
  const records = await firstRecords(rows, guessedFrom)
  const guess = guessColumns(records.map((record) => record.columns))
  return { columns: usedColumns(settings.columns, guess), records }
}

/** The column that documents are made of, or the sentence that says why there is none. */
function mainLeaf(
  rows: ParquetRows,
  { text, html }: ColumnChoice,
  records: readonly ParquetRecord[],
): LeafColumn | string {
  const paths = [text, html].filter((path) => path !== undefined)
  const leaves = paths.flatMap((path) => rows.leaves.find((leaf) => leaf.path === path) ?? [])
  const main = leaves.find(({ isText }) => isText)
  if (main) return main
  const [path] = paths
  if (path !== undefined)
    return leaves.length > 0
      ? say`Its column “${path}” does not hold text.`
      : say`It has no column “${path}”.`
  const [failure] = records.flatMap(({ failures }) => [...failures.values()])
  return failure ?? say`No column with text was found in this file. Choose one for the corpus.`
}

/** The document in a row, or null if there is none. */
function documentIn(
  { columns: record, undecodable }: ParquetRecord,
  columns: ColumnChoice,
): ReadRecord | null {
  const main = mainColumn(record, columns)
  if (typeof main === 'string') return null
  const path = main.isHtml ? columns.html : columns.text
  return columnRecord(record, columns, main, {
    encoding: 'utf-8',
    undecodable: undecodable.get(path ?? '') ?? 0,
    convertHtml,
  })
}

const parquetSource = (file: DumpFile, rows: ParquetRows, columns: ColumnChoice): RecordSource => ({
  async read({ number, position }) {
    const group = rows.groupOf(position)
    let reason = say`There is no such row. The file has changed since it was listed.`
    if (group) {
      const record = await parquetRecord(rows, group, position - group.firstRow)
      const read = documentIn(record, columns)
      if (read) return read
      const failure = [columns.text, columns.html].flatMap((path) => record.failures.get(path ?? '') ?? [])
      reason = failure[0] ?? String(mainColumn(record.columns, columns))
    }
    throw new WinnowError(
      'dump-unreadable',
      say`Row ${number} of ${file.path} cannot be read as a document: ${reason} The other documents are not affected.`,
    )
  },
  close: () => rows.close(),
})
