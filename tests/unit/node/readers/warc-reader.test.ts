import { createHash } from 'node:crypto'
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { WARCRecord, WARCSerializer } from 'warcio'
import type { ReadRecord } from '../../../../src/node/readers/reader.ts'
import { warcReader } from '../../../../src/node/readers/warc-reader.ts'
import { anyText } from '../../core/any-text.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { dumpFile, guessedSettings, indexed, readRecords } from './reading.ts'
import { converted, reply, type WrittenRecord, warcFile, warcRecord } from './warc-file.ts'
import { zstdFile } from './zstd-file.ts'

const dumpWith = (content: Uint8Array): string => join(temporaryFolder({ 'd.warc': content }), 'd.warc')

const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')

/** All that can be read of a file, and what is said of the rest. */
async function readAll(content: Uint8Array) {
  const path = dumpWith(content)
  const { records, troubles } = await indexed(warcReader, path)
  const read = await readRecords(warcReader, path, records)
  return { records, troubles, read, texts: read.map(({ text }) => text) }
}

/** The one document of a file. */
async function onlyRead(...records: WrittenRecord[]): Promise<ReadRecord> {
  const { read, troubles } = await readAll(warcFile(records))
  expect(troubles).toEqual([])
  const [only] = read
  if (!only || read.length > 1) throw new Error(`${read.length} documents`)
  return only
}

const written: Record<string, (records: WrittenRecord[]) => Promise<Uint8Array>> = {
  'as it is': async (records) => warcFile(records),
  'each record a gzip member': async (records) => warcFile(records, true),
  'in one gzip member': async (records) => gzipSync(warcFile(records)),
  zstd: (records) => zstdFile(warcFile(records).toString()),
}

const anyPage = fc
  .tuple(
    anyText,
    fc.constantFrom('', '\nWARC/1.0\r\n', '\r\n\r\nWARC/1.0\r\nContent-Length: 3\r\n\r\n', '\n'),
  )
  .map((parts) => parts.join(''))

describe('any texts are read as they were written, in any order', () => {
  for (const [name, write] of Object.entries(written))
    test(name, async () => {
      const path = dumpWith(new Uint8Array(0))
      await fc.assert(
        fc.asyncProperty(fc.array(anyPage, { maxLength: 8 }), async (texts) => {
          const records = texts.map((text, n) =>
            converted(text, { 'WARC-Target-URI': `https://a.example/${n}` }),
          )
          const info = { type: 'warcinfo', block: 'software: test' }
          writeFileSync(path, await write([info, ...records]))
          const found = await indexed(warcReader, path)
          const kept = texts.flatMap((text, n) => (text === '' ? [] : [{ text, n }]))
          expect(found.troubles).toEqual([])
          expect(found.records.map(({ number, url }) => [number, url])).toEqual(
            kept.map(({ n }) => [n + 2, `https://a.example/${n}`]),
          )
          const read = await readRecords(warcReader, path, found.records.toReversed())
          expect(
            read.toReversed().map(({ text, sha256, undecodable }) => ({ text, sha256, undecodable })),
          ).toEqual(
            kept.map(({ text }) => ({
              text: text.replace(/^\ufeff/, ''),
              sha256: sha256(text),
              undecodable: 0,
            })),
          )
        }),
        { numRuns: 60 },
      )
    })

  test('written by warcio', async () => {
    const path = dumpWith(new Uint8Array(0))
    await fc.assert(
      fc.asyncProperty(anyText, fc.boolean(), async (body, gzip) => {
        async function* content() {
          yield Buffer.from(`<p>x${body.replaceAll('<', '&lt;')}</p>`)
        }
        const info = await WARCRecord.createWARCInfo(
          { filename: 'd.warc', warcVersion: 'WARC/1.1' },
          { a: 'b' },
        )
        const page = await WARCRecord.create(
          {
            url: 'https://a.example/',
            date: '2026-01-08T15:59:00Z',
            type: 'response',
            warcVersion: 'WARC/1.1',
            warcHeaders: {},
            httpHeaders: { 'Content-Type': 'text/html; charset="utf-8"' },
            statusline: 'HTTP/1.1 200 OK',
          },
          content(),
        )
        const parts = [
          await WARCSerializer.serialize(info, { gzip }),
          await WARCSerializer.serialize(page, { gzip }),
        ]
        writeFileSync(path, Buffer.concat(parts))
        const { records, troubles } = await indexed(warcReader, path)
        expect(troubles).toEqual([])
        expect(records).toMatchObject([
          { number: 2, url: 'https://a.example/', date: '2026-01-08T15:59:00Z' },
        ])
        const [read] = await readRecords(warcReader, path, records)
        expect(read?.conversion?.source).toBe(`<p>x${body.replaceAll('<', '&lt;')}</p>`)
      }),
      { numRuns: 50 },
    )
  })
})

describe('a page as a server sent it', () => {
  const source = '<html lang=vi><title>Chợ</title><body><h1>Chợ nổi</h1><p>Nhịp sống</p>'

  test('becomes lines, with what the record and the page say of it', async () => {
    const body = iconv.encode('<p>Đà Lạt</p>'.replace('ạ', 'a\u0323'), 'windows-1258')
    const record = await onlyRead(
      { type: 'request', block: 'GET / HTTP/1.1' },
      reply('HTTP/1.1 200 OK\nContent-Type: text/html; charset=windows-1258', body),
    )
    expect(record).toMatchObject({
      encoding: 'windows-1258',
      sha256: sha256(body),
      bytes: body.length,
      facts: { id: 'urn:uuid:2', url: 'https://a.example/page', date: '2026-01-08T15:59:00Z' },
      metadata: { 'WARC-Type': 'response', 'HTTP status': 200 },
    })
    expect(record.text.normalize('NFC')).toBe('Đà Lạt')
    expect(record.conversion?.lines).toHaveLength(1)
  })

  test('tells its language and title itself', async () => {
    const record = await onlyRead(reply('HTTP/1.1 200 OK\nContent-Type: text/html', source))
    expect(record.facts.language).toBe('vi')
    expect(record.metadata.title).toBe('Chợ')
    expect(record.text).toBe('Chợ nổi\nNhịp sống')
  })

  const bytes = Buffer.from(source)
  const inChunks = Buffer.from(
    `5;x=y\r\n${source.slice(0, 5)}\r\n${(bytes.length - 5).toString(16).toUpperCase()}\r\n${source.slice(5)}\r\n0\r\n\r\n`,
  )
  test.each<[string, string, Uint8Array]>([
    ['in chunks', 'Transfer-Encoding: chunked', inChunks],
    ['in chunks that the crawler has joined', 'Transfer-Encoding: chunked', bytes],
    ['in chunks and gzip', 'Transfer-Encoding: chunked\nContent-Encoding: gzip', chunked(gzipSync(bytes))],
    ['in gzip', 'content-encoding: GZIP', gzipSync(bytes)],
    ['in gzip that the crawler has unpacked', 'Content-Encoding: gzip', bytes],
    ['in brotli', 'Content-Encoding: br', brotliCompressSync(bytes)],
    ['in brotli that the crawler has unpacked', 'Content-Encoding: br', bytes],
    ['in deflate', 'Content-Encoding: deflate', deflateSync(bytes)],
    ['in raw deflate', 'Content-Encoding: deflate', deflateRawSync(bytes)],
    ['in two ways', 'Content-Encoding: gzip, br', brotliCompressSync(gzipSync(bytes))],
    ['as it is', 'Content-Encoding: identity', bytes],
    ['with a folded field', 'Content-Encoding:\n  gzip', gzipSync(bytes)],
  ])('is read %s', async (_, fields, body) => {
    const record = await onlyRead(reply(`HTTP/1.1 200 OK\nContent-Type: text/html\n${fields}`, body))
    expect(record.text).toBe('Chợ nổi\nNhịp sống')
    expect(record.sha256).toBe(sha256(bytes))
  })

  test('is read as far as its gzip goes', async () => {
    const page = Buffer.from(
      `<p>first</p>${Array.from({ length: 5000 }, (_, n) => `<p>${n * 7919}</p>`).join('')}`,
    )
    const body = gzipSync(page).subarray(0, 8000)
    const record = await onlyRead(
      reply('HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Encoding: gzip', body),
    )
    expect(record.text).toMatch(/^first\n0\n7919\n/)
  })

  test.each([
    [
      'damaged',
      'gzip',
      Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(99, 7)]),
      /cannot be unpacked \(gzip/,
    ],
    ['in an unknown way', 'compress', bytes, /packed with “compress”/],
    ['a trap', 'gzip', gzipSync(Buffer.alloc(65 * 1024 * 1024)), /more than 64 MB/],
  ])('that is packed and %s is refused by name', async (_, coding, body, reason) => {
    const path = dumpWith(
      warcFile([reply(`HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Encoding: ${coding}`, body)]),
    )
    const { records } = await indexed(warcReader, path)
    const reading = readRecords(warcReader, path, records)
    await expect(reading).rejects.toThrow(reason)
    await expect(reading).rejects.toThrow(`Record 1 of ${path}`)
  })
})

function chunked(body: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')])
}

test('what is no page is left out and counted', async () => {
  const path = dumpWith(
    warcFile([
      { type: 'warcinfo', block: 'a' },
      reply('HTTP/1.1 200 OK\nContent-Type: image/png', 'a'),
      reply('HTTP/1.1 404 Not Found\nContent-Type: text/html', '<p>a'),
      reply('HTTP/1.1 200 OK\nContent-Type: text/html', ''),
      reply('HTTP/1.1 200 OK\nContent-Type: TEXT/plain;charset=utf-8', 'kept'),
      reply('HTTP/1.1 200 OK', '<!doctype html><p>kept too'),
      { type: 'revisit', block: '' },
    ]),
  )
  const leftOut: unknown[] = []
  for await (const batch of warcReader.index(dumpFile(path), guessedSettings, new AbortController().signal))
    if (batch.leftOut) leftOut.push(batch.leftOut)
  expect(leftOut).toEqual([
    { warcinfo: 1, 'response of type image/png': 1, 'response with status 404': 1, empty: 2 },
  ])
  const { records } = await indexed(warcReader, path)
  expect((await readRecords(warcReader, path, records)).map(({ text }) => text)).toEqual(['kept', 'kept too'])
})

describe('a file that is not as it should be', () => {
  const one = converted('Page one.')
  const two = converted('Page two.')
  const three = [one, two, converted('Page three.')]

  test.each([
    ['too long by a little', 20, 'record 2', /shorter than it says/],
    ['too long by more than the file', 99_999_999, 'record 2', /shorter than it says/],
    ['too short', 3, 'record 2', /longer than it says/],
    ['not a number', Number.NaN, 'record 2', /does not say how long/],
  ])('with a length that is %s loses that record only', async (_, length, where, reason) => {
    const { records, troubles, texts } = await readAll(
      warcFile([one, { ...two, length }, converted('Page three.')]),
    )
    expect(troubles).toEqual([{ where, reason: expect.stringMatching(reason) }])
    expect(records.map(({ number }) => number)).toEqual([1, 3])
    expect(texts).toEqual(['Page one.', 'Page three.'])
  })

  test('with something else between and around its records', async () => {
    const { troubles, texts } = await readAll(
      Buffer.concat([Buffer.from('junk\n'), warcRecord(one), Buffer.from('\n\n\r\n'), warcRecord(two)]),
    )
    expect(troubles).toEqual([{ where: 'byte 0', reason: expect.stringMatching(/No WARC record/) }])
    expect(texts).toEqual(['Page one.', 'Page two.'])
  })

  test('with a header that has no end', async () => {
    const endless = Buffer.from(`WARC/1.0\r\n${'x: y\r\n'.repeat(20_000)}\r\n\r\n`)
    const { troubles, texts } = await readAll(Buffer.concat([warcRecord(one), endless, warcRecord(two)]))
    expect(troubles).toEqual([{ where: 'record 2', reason: 'Its header has no end.' }])
    expect(texts).toEqual(['Page one.', 'Page two.'])
  })

  test('with line feeds only', async () => {
    const { troubles, texts } = await readAll(
      Buffer.from(
        'WARC/1.0\nWARC-Type: conversion\nContent-Type: text/plain\nContent-Length: 3\n\nabc\n\n'.repeat(2),
      ),
    )
    expect(troubles).toEqual([])
    expect(texts).toEqual(['abc', 'abc'])
  })

  test('that is cut anywhere has all records before the cut, and says so', async () => {
    for (const isCompressed of [false, true]) {
      const whole = warcFile([one, two], isCompressed)
      const ends = [warcFile([one], isCompressed).length, whole.length]
      const path = dumpWith(whole)
      for (let length = whole.length; length > 0; length -= length % 100 < 10 ? 1 : 3) {
        truncateSync(path, length)
        const { records, troubles } = await indexed(warcReader, path)
        // The line ends after a record, and the trailer of its gzip member, may be missing.
        const complete = ends.filter((end) => end - (isCompressed ? 20 : 4) <= length).length
        const certain = ends.filter((end) => end <= length).length
        expect(records.length).toBeGreaterThanOrEqual(certain)
        expect(records.length).toBeLessThanOrEqual(complete)
        const isWhole = ends.some((end) => length <= end && length >= end - (isCompressed ? 0 : 4))
        expect(troubles.length > 0).toBe(!isWhole)
        if (length % 10 < 3)
          expect((await readRecords(warcReader, path, records)).map(({ text }) => text)).toEqual(
            ['Page one.', 'Page two.'].slice(0, records.length),
          )
      }
    }
  }, 30_000)

  test('that has changed since it was listed says so and reads nothing else', async () => {
    const path = dumpWith(warcFile(three))
    const { records } = await indexed(warcReader, path)
    writeFileSync(path, warcFile([converted('Something longer than before.'), ...three]))
    await expect(readRecords(warcReader, path, records.slice(1))).rejects.toThrow(
      /has changed since it was listed/,
    )
  })

  test('is left when the work is called off', async () => {
    const path = dumpWith(warcFile(three))
    const batches = warcReader.index(dumpFile(path), guessedSettings, AbortSignal.abort())
    await expect(batches.next()).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
  })
})
