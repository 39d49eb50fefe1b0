import { setImmediate } from 'node:timers/promises'
import type { ColumnChoice } from '../../../core/columns/column-choice.ts'
import { say, spokenLanguage } from '../../../core/sentences/say.ts'
import { askedCell, columnFacts } from '../column-record.ts'
import type { DumpFile, IndexBatch, RecordFacts } from '../reader.ts'
import { TroubleList } from '../trouble-list.ts'
import { chunkOf, type LeafColumn } from './leaf-column.ts'
import { isKnownCodec } from './page-values.ts'
import { failureOf, plainValue } from './parquet-record.ts'
import type { Group, ParquetRows } from './parquet-rows.ts'

const rowsAtOnce = 1000

/** What the index of a Parquet file is made by. */
export interface IndexedColumns {
  readonly main: LeafColumn
  readonly columns: ColumnChoice
  /** A metadata column that is asked for. */
  readonly column: string | undefined
}

/**
 * Goes through the rows of a file and reads only the columns that tell of a record what a list shows. The texts are not
 * read: a record's length is taken to be the mean of its row group.
 */
export async function* parquetIndex(
  file: DumpFile,
  rows: ParquetRows,
  { main, columns, column }: IndexedColumns,
  signal: AbortSignal,
): AsyncGenerator<IndexBatch> {
  const troubles = new TroubleList()
  const wanted = [columns.id, columns.url, columns.language, columns.date, column]
  const told = rows.leaves.filter(({ path, isList }) => !isList && wanted.includes(path))
  const allRows = rows.groups.reduce((sum, group) => sum + group.rows, 0)
  let without = 0
  for (const group of rows.groups) {
    const bytes = usableBytes(group, main, troubles)
    if (bytes === null) continue
    without += nullsIn(group, main)
    const readable = new Set(told)
    for (let start = 0; start < group.rows; start += rowsAtOnce) {
      signal.throwIfAborted()
      const end = Math.min(start + rowsAtOnce, group.rows)
      const values = await toldValues(rows, group, readable, start, end, troubles)
      const records = Array.from({ length: end - start }, (_, offset): RecordFacts => {
        const row = group.firstRow + start + offset
        const record = Object.fromEntries(values.map(({ path, run }) => [path, plainValue(run[offset])]))
        return {
          number: row + 1,
          position: row,
          bytes,
          ...columnFacts(record, columns),
          ...askedCell(record, column),
        }
      })
      const doneBytes = Math.floor((file.bytes * (group.firstRow + end)) / allRows)
      yield { records, troubles: troubles.take(), doneBytes }
      await setImmediate()
    }
    rows.leave(group)
  }
  if (without > 0)
    troubles.add(
      '',
      without === 1
        ? say`One row has nothing in the column “${main.path}”.`
        : say`${without.toLocaleString(spokenLanguage())} rows have nothing in the column “${main.path}”.`,
    )
  yield { records: [], troubles: troubles.rest(), doneBytes: file.bytes }
}

/** The mean length of the texts of a group, or null if they cannot be read. */
function usableBytes(group: Group, main: LeafColumn, troubles: TroubleList): number | null {
  try {
    const { codec, total_uncompressed_size } = chunkOf(group.rowGroup, main)
    if (!isKnownCodec(codec)) throw new Error(say`it is compressed with ${codec}, which Winnow cannot undo`)
    return Math.ceil(Number(total_uncompressed_size) / Math.max(1, group.rows))
  } catch (error) {
    troubles.add(rowsOf(group), failureOf(main.path, error))
    return null
  }
}

const rowsOf = ({ firstRow, rows }: Group): string => say`rows ${firstRow + 1} to ${firstRow + rows}`

const nullsIn = (group: Group, main: LeafColumn): number =>
  Number(chunkOf(group.rowGroup, main).statistics?.null_count ?? 0)

/** The values of these columns in `[start, end)` of a group. One that cannot be read is named once and left out. */
async function toldValues(
  rows: ParquetRows,
  group: Group,
  readable: Set<LeafColumn>,
  start: number,
  end: number,
  troubles: TroubleList,
): Promise<{ path: string; run: unknown[] }[]> {
  const told: { path: string; run: unknown[] }[] = []
  for (const leaf of readable) {
    try {
      const run: unknown[] = []
      while (run.length < end - start) {
        const { values, firstRow } = await rows.valuesAround(group, leaf, start + run.length)
        const more = values.slice(start + run.length - firstRow, end - firstRow)
        if (more.length === 0) throw new Error(say`a page of it is shorter than it says`)
        run.push(...more)
      }
      told.push({ path: leaf.path, run })
    } catch (error) {
      readable.delete(leaf)
      troubles.add(rowsOf(group), failureOf(leaf.path, error))
    }
  }
  return told
}
