import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { parquetMetadata } from 'hyparquet'
import { expect, test } from 'vitest'
import type { DatasetDocument } from '../../../../src/core/datasets/dataset-document.ts'
import { documentRow, segmentRows } from '../../../../src/core/datasets/parquet/dataset-rows.ts'
import {
  documentColumns,
  type Row,
  type RowColumn,
  segmentColumns,
} from '../../../../src/core/datasets/parquet/row-columns.ts'
import { offsetUnits, type StoredUnit } from '../../../../src/core/offsets.ts'
import { ParquetFile } from '../../../../src/node/export/parquet/parquet-file.ts'
import { type AnnotatedText, anyAnnotatedText } from '../../core/any-annotation.ts'
import { quoted } from '../readers/duckdb.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const connection = DuckDBInstance.create().then((instance) => instance.connect())

/** The rows that DuckDB, another implementation, reads; as JSON, as its client drops byte order marks. */
async function rowsOf(path: string): Promise<unknown[]> {
  const reader = await (await connection).runAndReadAll(
    `SELECT to_json(rows)::VARCHAR FROM read_parquet(${quoted(path)}) AS rows`,
  )
  return reader.getRows().map(([json]) => JSON.parse(String(json)))
}

async function written(columns: readonly RowColumn[], rows: readonly Row[], units = 0): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  const file = new ParquetFile({ append: async (bytes) => void parts.push(bytes) }, columns, { winnow: '{}' })
  for (const row of rows) await file.add(row, units)
  await file.end()
  const bytes = Buffer.concat(parts)
  expect([file.rows, file.bytes]).toEqual([rows.length, bytes.length])
  return bytes
}

async function readBack(columns: readonly RowColumn[], rows: readonly Row[], units = 0): Promise<unknown[]> {
  const path = join(temporaryFolder(), 'rows.parquet')
  writeFileSync(path, await written(columns, rows, units))
  return rowsOf(path)
}

const document = (id: string, { text, annotation }: AnnotatedText): DatasetDocument => ({
  id,
  text,
  annotator: 'Ánh',
  status: annotation.status,
  note: annotation.note,
  sha256: 'ab',
  encoding: 'utf-8',
  url: id.length % 2 ? `https://example.org/${id}` : null,
  site: 'example.org',
  language: null,
  date: '2024-03-02',
  metadata: { 'a.b': 1, c: null },
  html: null,
  split: 'train',
  segments: annotation.segments,
})

const anyDocuments: fc.Arbitrary<DatasetDocument[]> = fc
  .array(anyAnnotatedText, { maxLength: 8 })
  .map((texts) => texts.map((text, index) => document(`d${index}/${'x'.repeat(index)}.txt`, text)))

const slices: Record<StoredUnit, (text: string, start: number, end: number) => string> = {
  codepoint: (text, start, end) => Array.from(text).slice(start, end).join(''),
  utf16: (text, start, end) => text.slice(start, end),
  byte: (text, start, end) => Buffer.from(text).subarray(start, end).toString(),
}

test('DuckDB reads documents as they are, with offsets that slice to the texts, in every unit', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocuments, fc.constantFrom(...offsetUnits), async (documents, unit) => {
      const rows = documents.map((each) => documentRow(each, unit))
      for (const { text, segments } of rows as {
        text: string
        segments: { start: number; end: number; text: string }[]
      }[])
        for (const { start, end, text: own } of segments) expect(slices[unit](text, start, end)).toBe(own)
      expect(await readBack(documentColumns(true), rows)).toEqual(rows)
    }),
    { numRuns: 40 },
  )
})

test('DuckDB reads segments as they are, with and without the split', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocuments, fc.boolean(), async (documents, withSplit) => {
      const rows = documents.flatMap((each) => segmentRows(each, 'codepoint'))
      const wanted = rows.map(({ split, ...row }) => (withSplit ? { ...row, split } : row))
      expect(await readBack(segmentColumns(withSplit), rows)).toEqual(wanted)
    }),
    { numRuns: 20 },
  )
})

const simple: readonly RowColumn[] = [
  { name: 'id', type: 'string', nullable: false },
  { name: 'text', type: 'string', nullable: true },
]

test('many rows go into many row groups, and the same rows into the same bytes', async () => {
  const rows = Array.from({ length: 2500 }, (_, index) => ({
    id: `${index}`,
    text: index % 7 ? `\uFEFFtext ${index}` : null,
  }))
  const bytes = await written(simple, rows, 10_000)
  expect(
    parquetMetadata(Uint8Array.from(bytes).buffer).row_groups.map(({ num_rows }) => Number(num_rows)),
  ).toEqual(Array.from({ length: 50 }, () => 50))
  expect(await readBack(simple, rows, 10_000)).toEqual(rows)
  expect(await written(simple, rows, 10_000)).toEqual(bytes)
})

test('a file without rows has its columns', async () => {
  expect(await readBack(documentColumns(true), [])).toEqual([])
})

test('what cannot be read as it was stops the export and names the row', async () => {
  const rows = [
    { id: 'good', text: 'a' },
    { id: 'bad/page.txt', text: '\ud83d' },
  ]
  await expect(written(simple, rows)).rejects.toMatchObject({
    code: 'export-failed',
    message: expect.stringContaining('bad/page.txt would not be in the Parquet file as it is; text differs'),
  })
})

test('half a character cannot be said in UTF-8, so the document is left out', () => {
  const half = document('half', { text: 'a \ud83d', annotation: { segments: [], status: 'done', note: '' } })
  expect(() => documentRow(half, 'codepoint')).toThrow(RangeError)
})
