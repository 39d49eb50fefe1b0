import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { htmlReader, largestPage } from '../../../../src/node/readers/html-reader.ts'
import type { ReadRecord } from '../../../../src/node/readers/reader.ts'
import { readerFor } from '../../../../src/node/readers/registry.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { dumpFile, guessedSettings, indexed, readRecords } from './reading.ts'

const dumpWith = (content: Uint8Array | string): string =>
  join(temporaryFolder({ 'd.html': content }), 'd.html')

async function read(content: Uint8Array | string, settings = guessedSettings): Promise<ReadRecord> {
  const path = dumpWith(content)
  const { records, troubles } = await indexed(htmlReader, path, settings)
  expect(troubles).toEqual([])
  const [record] = await readRecords(htmlReader, path, records, settings)
  if (!record) throw new Error('no record')
  return record
}

const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')

const page = (charset: string): string =>
  `<!doctype html><html lang="ru"><meta charset="${charset}"><link rel="canonical" href="https://a.example/1">
  <title>Рынок</title><h1>Плавучий рынок</h1><p>Просыпается на рассвете.</p>`
const lines = 'Плавучий рынок\nПросыпается на рассвете.'

test.each([
  ['utf-8', Buffer.from(page('utf-8')), 'utf-8'],
  ['a byte order mark', Buffer.from(`\ufeff${page('windows-1251')}`), 'utf-8-sig'],
  ['windows-1251', iconv.encode(page('windows-1251'), 'windows-1251'), 'windows-1251'],
  ['koi8-r', iconv.encode(page('KOI8-R'), 'koi8-r'), 'koi8-r'],
  ['utf-8 where utf-16 is declared', Buffer.from(page('utf-16')), 'utf-8'],
  ['utf-16', iconv.encode(page('utf-16'), 'utf16le', { addBOM: true }), 'utf-16'],
])('a page in %s becomes lines, and its source is kept', async (_, bytes, encoding) => {
  const record = await read(bytes)
  expect(record).toMatchObject({
    text: lines,
    sha256: sha256(bytes),
    bytes: bytes.length,
    encoding,
    undecodable: 0,
    conversion: { name: 'html-lines', version: 1, sourceSha256: sha256(record.conversion?.source ?? '') },
    facts: { url: 'https://a.example/1', language: 'ru' },
    metadata: { title: 'Рынок' },
  })
  expect(record.conversion?.lines.map(({ path }) => path)).toEqual(['html>h1', 'html>p'])
})

test('the encoding that was chosen goes before what the page declares', async () => {
  const bytes = iconv.encode(page('windows-1252'), 'windows-1251')
  expect((await read(bytes)).text).not.toBe(lines)
  expect((await read(bytes, { ...guessedSettings, encoding: 'windows-1251' })).text).toBe(lines)
})

test('a page is read from gzip', async () => {
  expect((await read(gzipSync(page('utf-8')))).text).toBe(lines)
})

test('a long page is converted while others work', async () => {
  const path = dumpWith(`<p>Some <a href=x>words</a> &amp; more.</p>\n`.repeat(100_000))
  let turns = 0
  const turn = setInterval(() => turns++, 1)
  const source = await htmlReader.open(dumpFile(path), guessedSettings)
  const { conversion } = await source.read({ number: 1, position: 0, bytes: 0 })
  clearInterval(turn)
  expect(conversion?.lines.length).toBe(100_000)
  expect(turns).toBeGreaterThan(5)
}, 60_000)

test('a longer one than Winnow opens is refused by name', async () => {
  const path = dumpWith(Buffer.alloc(largestPage + 1, ' '))
  await expect(readRecords(htmlReader, path, [{ number: 1, position: 0, bytes: 0 }])).rejects.toThrow(
    `The dump ${path} has more than 64 MB`,
  )
})

test('pages are told by their names, and by their content where the name says nothing', () => {
  const name = (file: string, head: string): string | null => readerFor(file, Buffer.from(head))?.name ?? null
  for (const file of ['a.html', 'a.HTM', 'b/c.xhtml', 'a.html.gz'])
    expect(name(file, 'text'), file).toBe('html')
  for (const head of [
    '<!DOCTYPE html>',
    ' <!-- a -->\n<html>',
    '<?xml version="1.0"?><!DOCTYPE html PUBLIC "">',
  ])
    expect(name('page.aspx', head), head).toBe('html')
  expect(name('page', '<html lang=vi>')).toBe('html')
  expect(name('a.txt', '<!doctype html><p>source')).toBe('text')
  expect(name('page', '<htmlx>')).toBe('text')
  expect(name('a.svg', '<?xml version="1.0"?><svg>')).toBe(null)
  expect(name('a.html', '\u0000\u0001\u0002\u0003\u0004\u0005\u0006')).toBe(null)
})
