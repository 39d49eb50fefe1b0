import type { ColumnChoice } from '../../core/columns/column-choice.ts'
import { columnPaths, guessColumns } from '../../core/columns/guess-columns.ts'
import type { Encoding } from '../../core/encoding.ts'
import { columnRecord, mainColumn } from './column-record.ts'
import type { HtmlConversion } from './html-conversion.ts'
import type { Preview, ReadRecord } from './reader.ts'

/** How many documents are shown. */
const previewed = 5

/** The first documents among `values`, the first records of a dump whose records have columns. */
export function columnPreview(
  values: readonly unknown[],
  columns: ColumnChoice,
  encoding: Encoding,
  convertHtml: HtmlConversion | null,
): Preview {
  const records: ReadRecord[] = []
  for (const value of values) {
    if (records.length === previewed) break
    const main = mainColumn(value, columns)
    if (typeof main === 'string') continue
    records.push(columnRecord(value, columns, main, { encoding, undecodable: 0, convertHtml }))
  }
  return { columns: columnPaths(values), guess: guessColumns(values), records }
}
