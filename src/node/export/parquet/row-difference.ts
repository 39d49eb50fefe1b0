import type { Row, RowColumn } from '../../../core/datasets/parquet/row-columns.ts'
import { say } from '../../../core/sentences/say.ts'

/** The path of the first column in which `found` is not `row`; null if there is none. */
export function rowDifference(columns: readonly RowColumn[], row: Row, found: unknown): string | null {
  if (!isRecord(found)) return say`all of it`
  for (const column of columns) {
    const [value, read] = [row[column.name], found[column.name]]
    if (!('list' in column)) {
      if (value !== read) return column.name
      continue
    }
    if (!Array.isArray(value) || !Array.isArray(read) || value.length !== read.length) return column.name
    for (const [index, each] of value.entries()) {
      const inside = rowDifference(column.list, each, read[index])
      if (inside !== null) return `${column.name}[${index}].${inside}`
    }
  }
  return null
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
