import { createHash } from 'node:crypto'
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { jsonlLine } from '../../../../src/node/readers/jsonl-lines.ts'
import { jsonlReader } from '../../../../src/node/readers/jsonl-reader.ts'
import type { RecordFacts } from '../../../../src/node/readers/reader.ts'
import { anyText } from '../../core/any-text.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { dumpFile, guessedSettings, indexed, readRecords } from './reading.ts'
import { zstdFile } from './zstd-file.ts'

const reader = jsonlReader(null)

const dumpWith = (content: Uint8Array | string): string =>
  join(temporaryFolder({ 'd.jsonl': content }), 'd.jsonl')

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const writers: Record<string, (content: string) => Promise<Uint8Array>> = {
  'as it is': async (content) => Buffer.from(content),
  'with CRLF and a byte order mark': async (content) =>
    Buffer.from(`\ufeff${content.replaceAll('\n', '\r\n')}`),
  gzip: async (content) => gzipSync(content),
  zstd: (content) => zstdFile(content),
}

describe('any texts are read as they were written, in any order', () => {
  for (const [name, write] of Object.entries(writers))
    test(name, async () => {
      const path = dumpWith('')
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyText, { minLength: 1, maxLength: 12 }),
          fc.boolean(),
          async (texts, ended) => {
            const lines = texts.map((text, n) =>
              JSON.stringify({ id: n, text, url: `https://a.example/${n}` }),
            )
            writeFileSync(path, await write(lines.join('\n') + (ended ? '\n' : '')))
            const { records, troubles } = await indexed(reader, path)
            expect(troubles).toEqual([])
            expect(records.map(({ number, id, url }) => [number, id, url])).toEqual(
              texts.map((_, n) => [n + 1, String(n), `https://a.example/${n}`]),
            )
            const read = await readRecords(reader, path, records.toReversed())
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
          },
        ),
        { numRuns: 12 },
      )
    })
})

test('lines that cannot be used are named by their numbers, which no other line gets', async () => {
  const path = dumpWith(
    [
      '{"text":"one"}',
      '{"text":"broken',
      '',
      '{"text":4}',
      '{"other":"x"}',
      '["text"]',
      '"text"',
      'null',
      '{"text":["a","b"]}',
      '  {"text":"two"}  ',
    ].join('\n'),
  )
  const { records, troubles } = await indexed(reader, path)
  expect(records.map(({ number, position, bytes }) => [number, position, bytes])).toEqual([
    [1, 0, 14],
    [10, 97, 18],
  ])
  expect(troubles.map(({ where }) => where)).toEqual([
    'line 2',
    'line 4',
    'line 5',
    'line 6',
    'line 7',
    'line 8',
    'line 9',
  ])
  expect(troubles.map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/^It is not JSON: /),
    'Its column “text” holds a number, not text.',
    'It has no column “text”.',
    'It holds a list and no columns.',
    'It holds text and no columns.',
    'It holds nothing and no columns.',
    'Its column “text” holds a list, not text.',
  ])
  expect((await readRecords(reader, path, records)).map(({ text }) => text)).toEqual(['one', 'two'])
})

test('of many troubles the first hundred are named and the others counted', async () => {
  const { records, troubles } = await indexed(reader, dumpWith(`{"text":"a"}\n${'{\n'.repeat(2345)}`))
  expect(records).toHaveLength(1)
  expect(troubles).toHaveLength(101)
  expect(troubles[99]?.where).toBe('line 101')
  expect(troubles[100]).toEqual({ where: '', reason: '2,245 more records were left out.' })
})

test('a line that is too long to hold says so', () => {
  expect(jsonlLine(null, 'utf-8')).toEqual({ kind: 'unusable', reason: 'It is longer than 64 MB.' })
})

test('columns are chosen, by paths too, and the others stay as metadata', async () => {
  const record = {
    text: 'not this',
    'a.b': { body: 'Thân bài' },
    n: 1.5,
    yes: true,
    nothing: null,
    long: '🏮'.repeat(400),
    tags: ['x', 'y', 2],
    deep: { er: 'in' },
  }
  const own = `{"__proto__":{"text":"p"},"constructor":7,${JSON.stringify(record).slice(1)}`
  const path = dumpWith(`${own}\n`)
  const settings = { ...guessedSettings, columns: { text: 'a.b.body', id: 'n', language: 'deep.er' } }
  const { records } = await indexed(reader, path, settings)
  expect(records).toEqual([
    { number: 1, position: 0, bytes: Buffer.byteLength(own), id: '1.5', language: 'in' },
  ])
  const [read] = await readRecords(reader, path, records, settings)
  expect(read?.text).toBe('Thân bài')
  expect(Object.entries(read?.metadata ?? {})).toEqual([
    ['__proto__.text', 'p'],
    ['constructor', 7],
    ['text', 'not this'],
    ['yes', true],
    ['nothing', null],
    ['long', '🏮'.repeat(250)],
    ['tags', '["x","y",2]'],
  ])
  expect(Object.getPrototypeOf(read?.metadata)).toBe(Object.prototype)
})

test('HTML in a column is converted; without a converter it is shown as it is', async () => {
  const page = '<!DOCTYPE html><p>Text</p>'
  const path = dumpWith(`${JSON.stringify({ content: page })}\n`)
  const converting = jsonlReader((source) => ({
    version: 1,
    text: 'Text',
    lines: [
      { start: 0, end: 4, sourceStart: 15, sourceEnd: 26, path: 'html>body>p', linkShare: source.length },
    ],
  }))
  const { records } = await indexed(converting, path)
  const [read] = await readRecords(converting, path, records)
  expect(read).toMatchObject({
    text: 'Text',
    sha256: sha256(page),
    conversion: {
      name: 'html-lines',
      version: 1,
      source: page,
      sourceSha256: sha256(page),
      lines: [{ linkShare: 26 }],
    },
  })
  expect((await readRecords(reader, path, records))[0]).toMatchObject({ text: page, conversion: null })
})

test('halves of surrogate pairs and bytes that are not UTF-8 become U+FFFD and flag the document', async () => {
  const bad = Buffer.concat([Buffer.from('{"text":"a'), Buffer.from([0xff]), Buffer.from('b"}\n')])
  const path = dumpWith(Buffer.concat([Buffer.from('{"text":"x\\ud800y\\ufffd🏮"}\n'), bad]))
  const { records } = await indexed(reader, path)
  const read = await readRecords(reader, path, records)
  expect(read.map(({ text, undecodable }) => [text, undecodable])).toEqual([
    ['x\ufffdy\ufffd🏮', 1],
    ['a\ufffdb', 1],
  ])
  expect(read[0]?.sha256).toBe(sha256('x\ufffdy\ufffd🏮'))
})

test('the encoding can be chosen', async () => {
  const path = dumpWith(iconv.encode('{"text":"表示"}\n', 'shift_jis'))
  const settings = { ...guessedSettings, encoding: 'cp932' as const }
  const { records } = await indexed(reader, path, settings)
  expect(await readRecords(reader, path, records, settings)).toMatchObject([
    { text: '表示', encoding: 'cp932' },
  ])
})

test('a file without a column of text says so', async () => {
  const { records, troubles } = await indexed(reader, dumpWith('{"a":1}\n'))
  expect(records).toEqual([])
  expect(troubles).toEqual([
    { where: 'line 1', reason: 'No column with text was found in this file. Choose one for the corpus.' },
  ])
})

test('a compressed file that breaks off gives the lines before, and the place', async () => {
  const lines = Array.from({ length: 500 }, (_, n) => JSON.stringify({ text: `page ${n * 7919}` }))
  const file = gzipSync(lines.join('\n'))
  const path = dumpWith(file)
  truncateSync(path, Math.floor(file.length / 2))
  const { records, troubles } = await indexed(reader, path)
  expect(records.length).toBeGreaterThan(100)
  expect(troubles.map(({ where }) => where)).toEqual([
    `line ${records.length + 1}`,
    `byte ${Math.floor(file.length / 2)}`,
  ])
  expect(troubles[1]?.reason).toContain('ends early')
  const read = await readRecords(reader, path, records.slice(-1))
  expect(read[0]?.text).toBe(`page ${(records.length - 1) * 7919}`)
})

test('the index grows with the file behind it and ends when it is aborted', async () => {
  const path = dumpWith(`${JSON.stringify({ text: 'x'.repeat(1000) })}\n`.repeat(2000))
  const { doneBytes } = await indexed(reader, path)
  expect(doneBytes.length).toBeGreaterThan(5)
  expect(doneBytes).toEqual(doneBytes.toSorted((a, b) => a - b))
  expect(doneBytes.at(-1)).toBe(dumpFile(path).bytes)

  const abort = new AbortController()
  const index = reader.index(dumpFile(path), guessedSettings, abort.signal)
  await index.next()
  abort.abort()
  await expect(index.next()).rejects.toMatchObject({ name: 'AbortError' })
})

test('a record of a file that changed is refused with a sentence', async () => {
  const path = dumpWith('{"text":"a"}\n{"text":"b"}\n')
  const { records } = await indexed(reader, path)
  writeFileSync(path, '{"text":"a longer first line"}\n')
  await expect(readRecords(reader, path, records.slice(1))).rejects.toMatchObject({
    name: 'WinnowError',
    message: expect.stringMatching(/^Line 2 of .*d\.jsonl cannot be read as a document: /),
  })
  truncateSync(path)
  await expect(readRecords(reader, path, records.slice(1))).rejects.toMatchObject({ name: 'WinnowError' })
})

test('the preview shows the columns, the guess and the first records', async () => {
  const lines = Array.from({ length: 30 }, (_, n) =>
    JSON.stringify({ url: `u${n}`, meta: { lang: 'vi' }, content: `c${n}` }),
  )
  const preview = await reader.preview?.(dumpFile(dumpWith(lines.join('\n'))), guessedSettings)
  expect(preview).toMatchObject({
    columns: ['url', 'meta.lang', 'content'],
    guess: { text: 'content', url: 'url', language: 'meta.lang' },
  })
  expect(preview?.records.map(({ text }) => text)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4'])
})

test('an empty file has no records', async () => {
  expect(await indexed(reader, dumpWith(''))).toMatchObject({
    records: [] satisfies RecordFacts[],
    troubles: [],
  })
})
