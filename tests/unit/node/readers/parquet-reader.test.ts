import { createHash } from 'node:crypto'
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parquetReader } from '../../../../src/node/readers/parquet-reader.ts'
import { anyText } from '../../core/any-text.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { duckdb, quoted } from './duckdb.ts'
import { dumpFile, guessedSettings, indexed, readRecords } from './reading.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const emptyDump = (): string => join(temporaryFolder(), 'd.parquet')

/** A file of what `query` selects. */
async function parquetOf(query: string, options = ''): Promise<string> {
  const path = emptyDump()
  await duckdb(`copy (${query}) to ${quoted(path)} (format parquet ${options})`)
  return path
}

/** DuckDB takes no U+0000 in values. */
const anyPage = anyText.map((text) => text.replaceAll('\0', ''))

describe('any texts that DuckDB wrote are read as they were written, in any order', () => {
  for (const options of [
    'codec uncompressed',
    'codec snappy',
    'codec gzip',
    'codec zstd',
    'codec brotli',
    'codec lz4_raw',
    'codec zstd, row_group_size 2048',
    'codec snappy, parquet_version v2',
    'dictionary_size_limit 0',
  ])
    test(options, async () => {
      const path = emptyDump()
      await fc.assert(
        fc.asyncProperty(fc.array(anyPage, { minLength: 1, maxLength: 12 }), async (texts) => {
          const rows = texts.map(
            (_, n) => `select ${n} as id, $t${n} as text, 'https://a.example/${n}' as url`,
          )
          const values = Object.fromEntries(texts.map((text, n) => [`t${n}`, text]))
          const union = `select * from (${rows.join(' union all ')}) order by id`
          await duckdb(`create or replace table written as ${union}`, values)
          await duckdb(`copy written to ${quoted(path)} (format parquet, ${options})`)
          const { records, troubles } = await indexed(parquetReader, path)
          expect(troubles).toEqual([])
          expect(records.map(({ number, position, id, url }) => [number, position, id, url])).toEqual(
            texts.map((_, n) => [n + 1, n, String(n), `https://a.example/${n}`]),
          )
          const read = await readRecords(parquetReader, path, records.toReversed())
          expect(read.toReversed()).toEqual(
            texts.map((text, n) => ({
              text,
              sha256: sha256(text),
              bytes: Buffer.byteLength(text),
              encoding: 'utf-8',
              undecodable: 0,
              conversion: null,
              facts: { id: String(n), url: `https://a.example/${n}` },
              metadata: {},
            })),
          )
        }),
        { numRuns: 15 },
      )
    }, 30_000)
})

test('columns in columns are reached by their paths, and the others are metadata', async () => {
  const path = await parquetOf(`
    select {'page': {'body': 'A page.', 'n': 7}, 'lang': 'vi'} as doc, ['a', 'b'] as tags, true as ok, 0.5 as score,
      12345678901234567890::hugeint as huge, 9007199254740993 as large, date '2026-01-08' as date,
      timestamp '2026-01-08 15:59:00' as seen, null::varchar as nothing, map {'k': 'v'} as pairs,
      [{'x': 1}] as list, 'caf\\xC3'::blob as bytes, 1.25::decimal(9, 2) as price`)
  const settings = {
    ...guessedSettings,
    columns: { text: 'doc.page.body', language: 'doc.lang' },
  }
  const { records, troubles } = await indexed(parquetReader, path, settings)
  expect(troubles).toEqual([])
  expect(records).toMatchObject([{ language: 'vi', date: '2026-01-08T00:00:00.000Z' }])
  const [read] = await readRecords(parquetReader, path, records, settings)
  expect(read).toMatchObject({
    text: 'A page.',
    facts: { language: 'vi' },
    metadata: {
      'doc.page.n': 7,
      tags: '["a","b"]',
      ok: true,
      score: 0.5,
      large: '9007199254740993',
      seen: '2026-01-08T15:59:00.000Z',
      nothing: null,
      price: 1.25,
    },
  })
})

test('a page in HTML becomes lines', async () => {
  const path = await parquetOf(`select '<p>One</p><p>Two</p>' as content, 'https://a.example' as url`)
  const { records } = await indexed(parquetReader, path)
  const [read] = await readRecords(parquetReader, path, records)
  expect(read?.text).toBe('One\nTwo')
  expect(read?.conversion?.lines).toHaveLength(2)
})

test('a preview shows the columns, the guess and the first rows', async () => {
  const path = await parquetOf(`select n as id, 'Page ' || n as text, 'x' as other from range(9) t(n)`)
  const preview = await parquetReader.preview?.(dumpFile(path), guessedSettings)
  expect(preview?.columns).toEqual(['id', 'text', 'other'])
  expect(preview?.guess).toEqual({ id: 'id', text: 'text' })
  expect(preview?.records.map(({ text }) => text)).toEqual(['Page 0', 'Page 1', 'Page 2', 'Page 3', 'Page 4'])
})

test('a file of many groups and pages is read at any row', async () => {
  const path = await parquetOf(
    `select n as id, 'Page ' || n || repeat(' word' || hash(n), 20) as text, 'https://a.example/' || (n % 100) as url
     from range(9000) t(n)`,
    ', row_group_size 2048',
  )
  const { records, doneBytes } = await indexed(parquetReader, path)
  expect(records.map(({ number }) => number)).toEqual(Array.from({ length: 9000 }, (_, n) => n + 1))
  expect(records.every(({ id, url }, n) => id === String(n) && url?.endsWith(`/${n % 100}`))).toBe(true)
  expect(doneBytes).toEqual(doneBytes.toSorted((a, b) => a - b))
  expect(doneBytes.at(-1)).toBe(statSync(path).size)
  const some = [8999, 0, 5000, 2047, 2048].flatMap((n) => records[n] ?? [])
  const texts = (await readRecords(parquetReader, path, some)).map(({ text }) => text.split(' ', 2).join(' '))
  expect(texts).toEqual(['Page 8999', 'Page 0', 'Page 5000', 'Page 2047', 'Page 2048'])
}, 30_000)

describe('what cannot be used is named', () => {
  test('a column that is not text, or is not there', async () => {
    const path = await parquetOf(`select 7 as score, 'A page.' as text`)
    for (const [column, reason] of [
      ['score', 'Its column “score” does not hold text.'],
      ['gone', 'It has no column “gone”.'],
    ] as const) {
      const settings = { ...guessedSettings, columns: { text: column } }
      const { records, troubles } = await indexed(parquetReader, path, settings)
      expect(records).toEqual([])
      expect(troubles).toEqual([{ where: '', reason }])
    }
  })

  test('rows without text', async () => {
    const path = await parquetOf(`select * from (values (1, 'A page.'), (2, null)) t(id, text)`)
    const { records, troubles } = await indexed(parquetReader, path)
    expect(troubles).toEqual([{ where: '', reason: 'One row has nothing in the column “text”.' }])
    await expect(readRecords(parquetReader, path, records)).rejects.toThrow(
      `Row 2 of ${path} cannot be read as a document: Its column “text” holds nothing, not text.`,
    )
  })

  test('a compression that Winnow cannot undo', async () => {
    const path = await parquetOf(`select 'A page.' as text, 1 as id`, ', codec snappy')
    const bytes = readFileSync(path)
    // In the footer: field 4 (the codec) is 1 (Snappy) and field 5 follows. LZO is 3.
    const footer = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8)
    const snappy = Buffer.from([0x15, 0x02, 0x16])
    for (let at = bytes.indexOf(snappy, footer); at !== -1; at = bytes.indexOf(snappy, at + 1))
      bytes[at + 1] = 6
    writeFileSync(path, bytes)
    const { records, troubles } = await indexed(parquetReader, path)
    expect(records).toEqual([])
    expect(troubles).toEqual([
      { where: '', reason: expect.stringMatching(/compressed with LZO, which Winnow cannot undo/) },
    ])
    const chosen = await indexed(parquetReader, path, { ...guessedSettings, columns: { text: 'text' } })
    expect(chosen.troubles).toEqual([{ where: 'rows 1 to 1', reason: expect.stringMatching(/“text”.*LZO/) }])
  })

  test('a file that was not copied whole, or is damaged', async () => {
    const path = await parquetOf(`select 'A page.' as text from range(2000)`)
    const whole = readFileSync(path)
    const footer = whole.length - 8 - whole.readUInt32LE(whole.length - 8)
    truncateSync(path, whole.length - 1)
    await expect(indexed(parquetReader, path)).rejects.toThrow(
      /could not be read as Parquet: its end is missing/,
    )
    writeFileSync(path, Buffer.from(whole).fill(0xff, footer, footer + 20))
    await expect(indexed(parquetReader, path)).rejects.toThrow(
      /could not be read as Parquet: its footer is damaged/,
    )
    writeFileSync(path, Buffer.from(whole).fill(0xff, 4, 60))
    const settings = { ...guessedSettings, columns: { text: 'text' } }
    await expect(
      readRecords(parquetReader, path, [{ number: 1, position: 0, bytes: 1 }], settings),
    ).rejects.toThrow(/Row 1 of .* Its column “text” cannot be read/)
  })

  test('nothing is read of a file without rows', async () => {
    const path = await parquetOf(`select 'A page.' as text limit 0`)
    expect(await indexed(parquetReader, path)).toMatchObject({ records: [], troubles: [] })
  })

  test('and the work can be called off', async () => {
    const path = await parquetOf(`select 'A page.' as text`)
    const batches = parquetReader.index(dumpFile(path), guessedSettings, AbortSignal.abort())
    await expect(batches.next()).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
  })
})
