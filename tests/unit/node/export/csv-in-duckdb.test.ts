import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csv, tsv } from '../../../../src/core/datasets/csv/csv-format.ts'
import type { DatasetFormat, FormatContext } from '../../../../src/core/datasets/dataset-format.ts'
import { datasetDocument } from '../../core/datasets/any-dataset-document.ts'
import { anyFullDocuments, fullContext } from '../../core/datasets/any-full-document.ts'
import { filesOf } from '../../core/datasets/read-back.ts'
import { quoted } from '../readers/duckdb.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const connection = DuckDBInstance.create().then((instance) => instance.connect())

/** The rows that DuckDB, another implementation, reads; as JSON, as its client drops byte order marks. */
async function rowsOf(path: string, delimiter: string): Promise<Record<string, string | null>[]> {
  const reader = await (await connection).runAndReadAll(
    `SELECT to_json(rows)::VARCHAR FROM read_csv(${quoted(path)}, delim = ${quoted(delimiter)}, quote = '"',
      escape = '"', header = true, all_varchar = true) AS rows`,
  )
  return reader.getRows().map(([json]) => JSON.parse(String(json)))
}

const choices: [DatasetFormat, string, FormatContext['options']][] = [
  [csv, ',', { ...fullContext.options, byteOrderMark: true }],
  [csv, ',', { ...fullContext.options, defuseFormulas: false }],
  [tsv, '\t', fullContext.options],
]

test.each(choices)('DuckDB reads $name as it was written', async (format, delimiter, options) => {
  const path = join(temporaryFolder(), `rows${format.extension}`)
  await fc.assert(
    fc.asyncProperty(anyFullDocuments, async (given) => {
      const documents = given.filter(({ segments }) => segments.length > 0)
      const [file] = filesOf(format, documents, { ...fullContext, options })
      writeFileSync(path, file?.text ?? '')
      const rows = await rowsOf(path, delimiter)
      // By the rule in docs/formats.md, and not by the code that undoes it.
      const plain = (cell: string | null, defused: string | null): string =>
        defused === 'true' ? (cell ?? '').replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '') : (cell ?? '')
      expect(
        rows.map(({ document = null, start, label, text = null, status, url, defused = null }) => [
          plain(document, defused),
          Number(start),
          label,
          plain(text, defused),
          status,
          url,
        ]),
      ).toEqual(
        documents.flatMap(({ id, text, segments, status, url }) =>
          segments.map(({ start, end, label }) => [
            id,
            Array.from(text.slice(0, start)).length,
            label,
            text.slice(start, end),
            status,
            url,
          ]),
        ),
      )
      if (options.defuseFormulas)
        for (const row of rows)
          for (const cell of Object.values(row)) expect(cell ?? '').not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
      else expect(rows.every(({ defused }) => defused === 'false')).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test('a document whose name begins like a comment is none, though readers look for such by themselves', async () => {
  const path = join(temporaryFolder(), 'rows.csv')
  const text = 'a\nb\nc\nd\ne'
  const segments = [0, 2, 4, 6, 8].map(
    (start) => ({ start, end: start + 1, label: 'body', by: 'human' }) as const,
  )
  const documents = ['#1', 'b', 'c', 'd'].map((id) => datasetDocument(id, text, segments))
  const [file] = filesOf(csv, documents, fullContext)
  expect(file?.text).not.toMatch(/^#/m)
  writeFileSync(path, file?.text ?? '')
  expect(await rowsOf(path, ',')).toHaveLength(20)
})
