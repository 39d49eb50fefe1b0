import { rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { crc32 } from 'node:zlib'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, onTestFinished, test } from 'vitest'
import { readListing, writeListing } from '../../../src/node/listing/listing-cache.ts'
import { csvReader } from '../../../src/node/readers/csv-reader.ts'
import { jsonlReader } from '../../../src/node/readers/jsonl-reader.ts'
import { parquetReader } from '../../../src/node/readers/parquet-reader.ts'
import { makePipe } from './make-pipe.ts'
import { dumpFile, guessedSettings, indexed } from './readers/reading.ts'
import { listedIn, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('pipes, sockets and links in a corpus are passed over, wherever they lead', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x', 'in/b.txt': 'y' })
  const outside = temporaryFolder({ 'secret.txt': 'secret' })
  makePipe(join(folder, 'pipe.txt'))
  const socket = createServer().listen(join(folder, 'socket.txt'))
  onTestFinished(() => void socket.close())
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'file-out.txt'))
  symlinkSync(outside, join(folder, 'folder-out'))
  symlinkSync('.', join(folder, 'in', 'round'))
  symlinkSync('/dev/zero', join(folder, 'endless.txt'))
  const { corpus, winnow, id } = await startWinnow(folder, { host: 'cli' })
  expect(listedIn(corpus)).toEqual(['a.txt', 'in/b.txt'])
  await expect(winnow.service.openDocument({ corpus: id, document: 'file-out.txt' })).rejects.toMatchObject({
    code: 'document-unknown',
  })
})

test('a dump that becomes a pipe is named, and nobody waits for it', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x', 'b.jsonl': '{"text":"y"}\n' })
  const { winnow, id } = await startWinnow(folder, { host: 'cli' })
  for (const [name, document] of [
    ['a.txt', 'a.txt'],
    ['b.jsonl', 'b.jsonl/1'],
  ] as const) {
    rmSync(join(folder, name))
    makePipe(join(folder, name))
    await expect(winnow.service.openDocument({ corpus: id, document })).rejects.toThrow(join(folder, name))
  }
})

test('a dump that shrinks while it is read is read as far as it goes', async () => {
  const reader = jsonlReader(null)
  const line = `${JSON.stringify({ text: 'Thân bài '.repeat(100) })}\n`
  const path = join(temporaryFolder({ 'a.jsonl': line.repeat(3000) }), 'a.jsonl')
  const records: { number: number; position: number; bytes: number }[] = []
  let shrunk = false
  for await (const batch of reader.index(dumpFile(path), guessedSettings, new AbortController().signal)) {
    records.push(...batch.records)
    if (!shrunk) truncateSync(path, 100_000)
    shrunk = true
  }
  expect(records.length).toBeGreaterThan(0)
  const last = records.at(-1) ?? expect.fail('no records')
  const source = await reader.open(dumpFile(path), guessedSettings)
  await expect(source.read({ ...last, position: 2_000_000 })).rejects.toThrow(path)
  await source.close()
})

test('a Parquet page that says that it goes backwards is refused, and not read for ever', async () => {
  const texts = ['Thân bài 🌾\nĐọc nhiều nhất\n', 'The boats are back.\r\n\r\nMost read', '# One\n\n> Two']
  const good = parquetWriteBuffer({
    codec: 'SNAPPY',
    columnData: [
      { name: 'id', data: [0, 1, 2], type: 'INT32' },
      { name: 'url', data: [0, 1, 2].map((n) => `https://a.example/${n}`), type: 'STRING' },
      { name: 'text', data: texts, type: 'STRING' },
    ],
  })
  const bytes = Buffer.from(good.slice(0))
  bytes.writeUInt8(Buffer.from(good).readUInt8(168), 121)
  bytes.writeUInt8(Buffer.from(good).readUInt8(121), 168)
  const path = join(temporaryFolder({ 'a.parquet': bytes }), 'a.parquet')
  const { records, troubles } = await indexed(parquetReader, path)
  expect(records).toEqual([])
  expect(troubles).toMatchObject([{ reason: expect.stringContaining('a page has a wrong length') }])
})

test('quotation marks all over a file that is named CSV do not hold up its reading', async () => {
  const path = join(temporaryFolder({ 'a.csv': '{"a":'.repeat(60_000) }), 'a.csv')
  const began = performance.now()
  await indexed(csvReader, path)
  expect(performance.now() - began).toBeLessThan(20_000)
}, 200_000)

test.each([
  ['a file outside of the corpus', { ids: ['../../secret.txt'] }],
  ['an absolute path', { ids: ['/etc/hostname'] }],
  ['columns of different lengths', { versions: [] }],
])('a listing with %s is made anew, whoever kept it', async (_, change) => {
  const cacheFolder = temporaryFolder()
  const settings = { columns: {}, cacheFolder }
  const files = { ids: ['a.txt'], bytes: [1], readers: ['text' as const], versions: ['1-1'] }
  const kept = (table: typeof files) => ({
    indexed: [],
    read: [],
    troubles: [],
    table: { files: table, facts: { ids: [], sites: [], languages: [] }, records: [] },
  })
  await writeListing(settings, kept(files))
  expect((await readListing(settings))?.table.size).toBe(1)
  await writeListing(settings, kept({ ...files, ...change }))
  expect(await readListing(settings)).toBeNull()
})

test('what is kept to save time may hold anything', async () => {
  const cacheFolder = temporaryFolder()
  const settings = { columns: {}, cacheFolder }
  for (const body of [serialize(new Map([[{}, 1n]])), Buffer.from('\xff\x0f{', 'latin1'), Buffer.alloc(9)]) {
    const head = Buffer.alloc(4)
    head.writeUInt32LE(crc32(body))
    writeFileSync(join(cacheFolder, 'listing'), Buffer.concat([head, body]))
    expect(await readListing(settings)).toBeNull()
  }
  rmSync(join(cacheFolder, 'listing'))
  makePipe(join(cacheFolder, 'listing'))
  expect(await readListing(settings)).toBeNull()
})
