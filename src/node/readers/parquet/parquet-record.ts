import { say } from '../../../core/sentences/say.ts'
import { decodeAs } from '../decode.ts'
import { PageText } from './page-values.ts'
import type { Group, ParquetRows } from './parquet-rows.ts'

/** The columns of one row by their paths. */
export interface ParquetRecord {
  readonly columns: Readonly<Record<string, unknown>>
  /** How many characters could not be decoded, by path. */
  readonly undecodable: ReadonlyMap<string, number>
  /** Why a column is missing, by path. */
  readonly failures: ReadonlyMap<string, string>
}

/** Reads `row` of a group, counted within it. A column that cannot be read is missing. */
export async function parquetRecord(rows: ParquetRows, group: Group, row: number): Promise<ParquetRecord> {
  const [record] = await recordsIn(rows, group, row, row + 1)
  return record ?? { columns: {}, undecodable: new Map(), failures: new Map() }
}

/** The rows `[start, end)` of a group, read column by column: a page of one can be all that fits into memory. */
async function recordsIn(
  rows: ParquetRows,
  group: Group,
  start: number,
  end: number,
): Promise<ParquetRecord[]> {
  const records = Array.from({ length: end - start }, () => ({
    columns: [] as [path: string, value: unknown][],
    undecodable: new Map<string, number>(),
    failures: new Map<string, string>(),
  }))
  for (const leaf of rows.leaves)
    for (const [index, record] of records.entries())
      try {
        const { values, firstRow } = await rows.valuesAround(group, leaf, start + index)
        const value = values[start + index - firstRow]
        const replaced = value instanceof PageText ? decodeAs(value.bytes, 'utf-8').undecodable : 0
        if (replaced > 0) record.undecodable.set(leaf.path, replaced)
        record.columns.push([leaf.path, plainValue(value)])
      } catch (error) {
        record.failures.set(leaf.path, failureOf(leaf.path, error))
      }
  return records.map((record) => ({ ...record, columns: Object.fromEntries(record.columns) }))
}

/** The sentence that says why a column cannot be read. */
export const failureOf = (path: string, error: unknown): string =>
  say`Its column “${path}” cannot be read: ${error instanceof Error ? error.message : String(error)}.`

/** A value as JSON has it; bytes that are no text become null. */
export function plainValue(value: unknown): unknown {
  if (value instanceof PageText) return decodeAs(value.bytes, 'utf-8').text
  if (Array.isArray(value)) return value.map(plainValue)
  // Wherever they fit, since most readers give numbers; an id is the same in all of them.
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (value instanceof Date) return Number.isNaN(value.valueOf()) ? null : value.toISOString()
  return value instanceof Uint8Array ? null : value
}

/** Up to `count` first rows of a file. */
export async function firstRecords(rows: ParquetRows, count: number): Promise<ParquetRecord[]> {
  const records: ParquetRecord[] = []
  for (const group of rows.groups) {
    if (records.length === count) break
    records.push(...(await recordsIn(rows, group, 0, Math.min(group.rows, count - records.length))))
  }
  return records
}
