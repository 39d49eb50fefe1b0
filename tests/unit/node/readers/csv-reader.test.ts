import { createHash } from 'node:crypto'
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { csvReader } from '../../../../src/node/readers/csv-reader.ts'
import { readerFor } from '../../../../src/node/readers/registry.ts'
import { anyText } from '../../core/any-text.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { duckdb, quoted } from './duckdb.ts'
import { dumpFile, guessedSettings, indexed, readRecords } from './reading.ts'
import { zstdFile } from './zstd-file.ts'

const dumpWith = (content: Uint8Array | string, name = 'd.csv'): string =>
  join(temporaryFolder({ [name]: content }), name)

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`

const rows = (texts: readonly string[], delimiter = ',', lineEnd = '\n'): string =>
  [['id', 'text', 'url'], ...texts.map((text, n) => [String(n), cell(text), `https://a.example/${n}`])]
    .map((row) => row.join(delimiter))
    .join(lineEnd) + lineEnd

/** What a file says of its rows, and the texts that are read of it. */
async function readAll(content: Uint8Array | string, name?: string) {
  const path = dumpWith(content, name)
  const { records, troubles } = await indexed(csvReader, path)
  const read = await readRecords(csvReader, path, records)
  return { records, troubles, read, texts: read.map(({ text }) => text) }
}

const writers: Record<string, (texts: string[]) => Promise<Uint8Array | string>> = {
  commas: async (texts) => rows(texts),
  'semicolons, CRLF and a byte order mark': async (texts) => `\ufeff${rows(texts, ';', '\r\n')}`,
  tabs: async (texts) => rows(texts, '\t'),
  'gzip, without a last line end': async (texts) => gzipSync(rows(texts).slice(0, -1)),
  zstd: (texts) => zstdFile(rows(texts)),
  'UTF-16, big end first': async (texts) => iconv.encode(rows(texts), 'utf16be', { addBOM: true }),
  'UTF-16, little end first': async (texts) => iconv.encode(rows(texts), 'utf16le', { addBOM: true }),
}

describe('any texts are read as they were written, in any order', () => {
  for (const [name, write] of Object.entries(writers))
    test(name, async () => {
      const path = dumpWith('')
      await fc.assert(
        fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 10 }), async (texts) => {
          writeFileSync(path, await write(texts))
          const { records, troubles } = await indexed(csvReader, path)
          expect(troubles).toEqual([])
          expect(records.map(({ number, id, url }) => [number, id, url])).toEqual(
            texts.map((_, n) => [n + 1, String(n), `https://a.example/${n}`]),
          )
          const read = await readRecords(csvReader, path, records.toReversed())
          expect(
            read.toReversed().map(({ text, sha256, undecodable }) => [text, sha256, undecodable]),
          ).toEqual(texts.map((text) => [text, sha256(text), 0]))
        }),
        { numRuns: 25 },
      )
    }, 30_000)

  test('written by DuckDB', async () => {
    const path = dumpWith('')
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          anyText.map((text) => `x${text.replaceAll('\0', '')}`),
          { minLength: 1, maxLength: 10 },
        ),
        fc.constantFrom(',', ';', '|'),
        async (texts, delimiter) => {
          const select = texts
            .map((_, n) => `select ${n} as id, $t${n} as text, 'vi' as lang`)
            .join(' union all ')
          const values = Object.fromEntries(texts.map((text, n) => [`t${n}`, text]))
          await duckdb(`create or replace table rows as select * from (${select}) order by id`, values)
          await duckdb(`copy rows to ${quoted(path)} (format csv, header, delimiter ${quoted(delimiter)})`)
          const { records, troubles } = await indexed(csvReader, path)
          expect(troubles).toEqual([])
          const read = await readRecords(csvReader, path, records)
          expect(read.map(({ text, facts }) => [text, facts])).toEqual(
            texts.map((text, n) => [text, { id: String(n), language: 'vi' }]),
          )
        },
      ),
      { numRuns: 25 },
    )
  }, 30_000)
})

test('columns without names are numbered, and others with one name are told apart', async () => {
  const { texts, read } = await readAll(
    `https://a.example/1,${'A long page. '.repeat(30)},x\nhttps://a.example/2,${'Another. '.repeat(50)},y\n`,
  )
  expect(texts).toHaveLength(2)
  expect(read[0]?.metadata).toMatchObject({ 'column 1': 'https://a.example/1', 'column 3': 'x' })
  const {
    read: [named],
  } = await readAll('text,a,a\none,two,three\n')
  expect(named?.metadata).toEqual({ a: 'two', 'a 2': 'three' })
})

test('a file with one column has a header if its first line looks like one', async () => {
  expect((await readAll('text\n"One, two."\nThree.\n')).texts).toEqual(['One, two.', 'Three.'])
})

test('quotation marks mean nothing where they would part rows wrongly', async () => {
  const { texts, troubles } = await readAll('id\ttext\n1\t"Open\n2\tb" c\n3\t"d" e\n', 'd.tsv')
  expect(troubles).toEqual([])
  expect(texts).toEqual(['"Open', 'b" c', '"d" e'])
})

test('a page in HTML becomes lines', async () => {
  const { texts } = await readAll('url,html\nhttps://a.example,"<p>One</p><p>""Two""</p>"\n')
  expect(texts).toEqual(['One\n"Two"'])
})

test('rows in other encodings are read, and what cannot be decoded is counted', async () => {
  const vietnamese = iconv.encode(
    'id;text\n1;Đà Lạt\n'.normalize('NFC').replace('ạ', 'a\u0323'),
    'windows-1258',
  )
  const path = dumpWith(vietnamese)
  const settings = { ...guessedSettings, encoding: 'windows-1258' as const }
  const { records } = await indexed(csvReader, path, settings)
  const [read] = await readRecords(csvReader, path, records, settings)
  expect(read?.text.normalize('NFC')).toBe('Đà Lạt')
  expect(read?.encoding).toBe('windows-1258')
  const utf8 = { ...guessedSettings, encoding: 'utf-8' as const }
  const [broken] = await readRecords(csvReader, path, (await indexed(csvReader, path, utf8)).records, utf8)
  expect(broken?.undecodable).toBeGreaterThan(0)
})

test('a preview shows the columns, the guess and the first records', async () => {
  const path = dumpWith(rows(['a', 'b', 'c', 'd', 'e', 'f', 'g']))
  const preview = await csvReader.preview?.(dumpFile(path), guessedSettings)
  expect(preview?.columns).toEqual(['id', 'text', 'url'])
  expect(preview?.guess).toEqual({ id: 'id', text: 'text', url: 'url' })
  expect(preview?.records.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd', 'e'])
})

describe('what cannot be used is named', () => {
  test('a row with more or fewer columns', async () => {
    const { records, troubles, texts } = await readAll('id,text\n1,a\n2\n3,b,c\n\n4,d\n')
    expect(troubles).toEqual([
      { where: 'record 2', reason: 'It has 1 column and not 2.' },
      { where: 'record 3', reason: 'It has 3 columns and not 2.' },
    ])
    expect(records.map(({ number }) => number)).toEqual([1, 4])
    expect(texts).toEqual(['a', 'd'])
  })

  test('a quotation mark that is not closed, in the middle and at the end', async () => {
    const good = Array.from({ length: 10 }, (_, n) => `${n + 1},"a, ${n}"\n`)
    const source = `id,text\n${good.join('')}11,"b\n12,c\n13,"d`
    for (const encoding of ['utf8', 'utf16le', 'utf16be']) {
      const { troubles, texts } = await readAll(iconv.encode(source, encoding, { addBOM: true }))
      expect(troubles).toEqual([
        { where: 'record 11', reason: expect.stringMatching(/not closed/) },
        { where: 'record 13', reason: expect.stringMatching(/not closed/) },
      ])
      expect(texts).toEqual([...good.map((_, n) => `a, ${n}`), 'c'])
    }
  })

  test('one that is not closed in a file of many megabytes costs its row only', async () => {
    const lines = Array.from({ length: 300_000 }, (_, n) => `${n},${'word '.repeat(15)}${n}`)
    lines[20] = `20,"${'word '.repeat(15)}20`
    const { records, troubles } = await indexed(csvReader, dumpWith(`id,text\n${lines.join('\n')}\n`))
    expect(troubles).toEqual([{ where: 'record 21', reason: expect.stringMatching(/not closed/) }])
    expect(records.map(({ id }) => Number(id))).toEqual(lines.flatMap((_, n) => (n === 20 ? [] : [n])))
  }, 60_000)

  test('a file that breaks off', async () => {
    const path = dumpWith(gzipSync(rows(Array.from({ length: 2000 }, (_, n) => `Page ${n * 7919}.`))))
    truncateSync(path, dumpFile(path).bytes - 2000)
    const { records, troubles } = await indexed(csvReader, path)
    expect(troubles).toEqual([
      { where: `record ${records.length + 1}`, reason: 'The file breaks off within it.' },
      {
        where: expect.stringMatching(/^byte/),
        reason: expect.stringMatching(/ends early.*Everything before/),
      },
    ])
    const texts = (await readRecords(csvReader, path, records)).map(({ text }) => text)
    expect(texts).toEqual(texts.map((_, n) => `Page ${n * 7919}.`))
    expect(texts.length).toBeGreaterThan(500)
  })

  test('a file that has changed since it was listed', async () => {
    const path = dumpWith('id,text\n1,one\n2,two\n')
    const { records } = await indexed(csvReader, path)
    writeFileSync(path, 'id,text\n"1",one')
    await expect(readRecords(csvReader, path, records.slice(1))).rejects.toThrow(
      `Record 2 of ${path} cannot be read as a document: It is not where it was.`,
    )
  })

  test('and the work can be called off', async () => {
    const batches = csvReader.index(dumpFile(dumpWith(rows(['a']))), guessedSettings, AbortSignal.abort())
    await expect(batches.next()).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
  })
})

test('CSV is told by its name', () => {
  for (const name of ['a.csv', 'a.TSV', 'b/a.csv.gz'])
    expect(readerFor(name, Buffer.from('a,b\n'))?.name).toBe('csv')
  expect(readerFor('a.txt', Buffer.from('a,b\n1,2\n'))?.name).toBe('text')
})
