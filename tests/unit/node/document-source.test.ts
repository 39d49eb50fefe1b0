import { createHash } from 'node:crypto'
import {
  existsSync,
  readdirSync,
  readlinkSync,
  renameSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DocumentTable } from '../../../src/core/listing/document-table.ts'
import { noChange } from '../../../src/core/listing/listing-change.ts'
import type { ReaderName } from '../../../src/core/reader-name.ts'
import { DocumentSource, versionOf } from '../../../src/node/document-source.ts'
import { indexDumps } from '../../../src/node/listing/index-dumps.ts'
import { largestDump } from '../../../src/node/read-dump.ts'
import { anyText } from '../core/any-text.ts'
import { temporaryFolder } from './temporary-folder.ts'

const jsonlOfTwo = '{"text":"one"}\n{"text":"two"}\n'
const settings = { columns: {}, cacheFolder: null }

/** The source of a corpus with one dump `name`, listed as it is now. */
async function sourceOf(name: string, content: string | Uint8Array, reader: ReaderName = 'text') {
  const folder = temporaryFolder({ [name]: content })
  const path = join(folder, name)
  let table = DocumentTable.empty
  const list = async () => {
    const found = statSync(path)
    const files = { ids: [name], bytes: [found.size], readers: [reader], versions: [versionOf(found)] }
    table = DocumentTable.empty.with({ ...noChange, files })
    const { signal } = new AbortController()
    await indexDumps(folder, [{ id: name, reader }], settings, signal, ({ change }) => {
      table = table.with(change)
    })
  }
  await list()
  const source = new DocumentSource(folder, () => table, settings)
  return { path, source, list, table, ids: [...table.ids()] }
}

test('the text is as in the file, whatever the alphabet and line ends', async () => {
  const { path, source } = await sourceOf('d.txt', '')
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      fc.pre(!text.includes('\0') && !text.startsWith('\ufeff') && !text.includes('\u001b'))
      writeFileSync(path, text)
      const bytes = Buffer.from(text)
      const filed = {
        encoding: 'utf-8',
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }
      const dump = await source.read('d.txt')
      expect(dump).toMatchObject({ text: bytes.toString(), ...filed })
      expect(dump.filed).toEqual(filed)
      expect(await source.textWaiting('d.txt')).toBe(dump.text)
    }),
    { numRuns: 50 },
  )
})

test('a byte order mark is left out of the text and recorded, only at the beginning', async () => {
  const { source } = await sourceOf('d.txt', '\ufeffĐây\ufeff')
  expect(await source.read('d.txt')).toMatchObject({ text: 'Đây\ufeff', encoding: 'utf-8-sig', bytes: 11 })
  expect(await source.textWaiting('d.txt')).toBe('Đây\ufeff')
})

test('each record of JSON lines is read by its number, and threads that wait read the same', async () => {
  const lines = [{ text: 'một\nhai' }, 'broken', { text: 'ba 🌾', url: 'https://a.example/x' }]
  const content = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  const { source, ids } = await sourceOf('sub.jsonl', content, 'jsonl')
  expect(ids).toEqual(['sub.jsonl/1', 'sub.jsonl/3'])
  expect((await source.read('sub.jsonl/3')).text).toBe('ba 🌾')
  expect(await source.textWaiting('sub.jsonl/1')).toBe('một\nhai')
  await expect(source.read('sub.jsonl/2')).rejects.toMatchObject({ code: 'dump-missing' })
  await source.close()
})

test('a record that is not listed while its dump is read anew is waited for', async () => {
  const { path, table: whole } = await sourceOf('a.jsonl', jsonlOfTwo, 'jsonl')
  let listed = DocumentTable.empty
  const complete = async () => {
    await setImmediate()
    listed = whole
  }
  const source = new DocumentSource(dirname(path), () => listed, settings, complete)
  expect(await source.stamp('a.jsonl/2')).toMatch(/^\d/)
  listed = DocumentTable.empty
  expect((await source.read('a.jsonl/2')).text).toBe('two')
  listed = DocumentTable.empty
  expect(await source.textWaiting('a.jsonl/1')).toBe('one')
  for (const gone of [source.stamp('a.jsonl/3'), source.read('a.jsonl/3')])
    await expect(gone).rejects.toMatchObject({ code: 'dump-missing' })
  await source.close()
})

test('records of a file that changed since it was listed are not read from the wrong place', async () => {
  const { path, source } = await sourceOf('a.jsonl', jsonlOfTwo, 'jsonl')
  expect((await source.read('a.jsonl/2')).text).toBe('two')
  writeFileSync(path, '{"text":"a longer one"}\n{"text":"two"}\n')
  await expect(source.read('a.jsonl/2')).rejects.toThrow('changed since it was listed')
  await source.close()
})

test.runIf(process.platform === 'linux')(
  'a dump that changes or is closed while it is read is read to its end and not left open',
  async () => {
    const long = `{"text":"${'x'.repeat(30_000_000)}"}\n`
    const { path, source, list } = await sourceOf('a.jsonl', long, 'jsonl')
    const openFiles = () =>
      readdirSync('/proc/self/fd').filter((number) => {
        const name = join('/proc/self/fd', number)
        return existsSync(name) && readlinkSync(name).startsWith(path)
      })
    const opened = async () => {
      while (openFiles().length === 0) await setImmediate()
    }
    const before = source.read('a.jsonl/1')
    await opened()
    renameSync(path, `${path}.old`)
    writeFileSync(path, jsonlOfTwo)
    await list()
    expect((await source.read('a.jsonl/2')).text).toBe('two')
    expect((await before).text).toHaveLength(30_000_000)
    await source.close()
    expect(openFiles()).toEqual([])

    writeFileSync(path, long)
    await list()
    const during = source.read('a.jsonl/1')
    await opened()
    await source.close()
    expect((await during).text).toHaveLength(30_000_000)
    expect(openFiles()).toEqual([])
  },
)

test('NUL bytes are refused', async () => {
  const { source } = await sourceOf('d.txt', 'ab\0c')
  await expect(source.read('d.txt')).rejects.toMatchObject({ code: 'dump-binary' })
  await expect(source.textWaiting('d.txt')).rejects.toMatchObject({ code: 'dump-binary' })
})

test('a line of 20 MB is read', async () => {
  const line = 'chữ '.repeat(4_000_000)
  const { source } = await sourceOf('d.txt', line)
  expect((await source.read('d.txt')).text === line).toBe(true)
})

test('a file that is too large, and one that went away, are refused', async () => {
  const { path, source } = await sourceOf('d.txt', 'x')
  truncateSync(path, largestDump + 1)
  await expect(source.read('d.txt')).rejects.toMatchObject({ code: 'dump-too-large' })
  await expect(source.read('no.txt')).rejects.toMatchObject({ code: 'dump-missing' })
})

test('the stamp tells a touched file from an untouched one', async () => {
  const { path, source } = await sourceOf('d.txt', 'text')
  const { stamp } = await source.read('d.txt')
  expect(await source.stamp('d.txt')).toBe(stamp)
  utimesSync(path, 1, 1)
  expect(await source.stamp('d.txt')).not.toBe(stamp)
})
