import { createHash } from 'node:crypto'
import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { textReader } from '../../../../src/node/readers/text-reader.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { dumpFile, guessedSettings, indexed, readRecords } from './reading.ts'

const dumpWith = (content: Uint8Array | string): string =>
  join(temporaryFolder({ 'd.txt': content }), 'd.txt')

test('a file is one document, in whatever encoding', async () => {
  const page = 'Плавучий рынок просыпается на рассвете,\r\nи лодки с овощами теснятся у причала.'
  const bytes = iconv.encode(page, 'windows-1251')
  const path = dumpWith(bytes)
  const { records, troubles } = await indexed(textReader, path)
  expect(records).toEqual([{ number: 1, position: 0, bytes: bytes.length }])
  expect(troubles).toEqual([])
  expect(await readRecords(textReader, path, records)).toEqual([
    {
      text: page,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      encoding: 'windows-1251',
      undecodable: 0,
      conversion: null,
      facts: {},
      metadata: {},
    },
  ])
  const chosen = { ...guessedSettings, encoding: 'koi8-r' as const }
  expect(await readRecords(textReader, path, records, chosen)).toMatchObject([{ encoding: 'koi8-r' }])
})

test('a compressed text that breaks off is read as far as it goes, and the place is named', async () => {
  const file = gzipSync(Array.from({ length: 900 }, (_, n) => `line ${n * 7919}`).join('\n'))
  const path = dumpWith(file)
  expect(await indexed(textReader, path)).toMatchObject({ troubles: [] })
  truncateSync(path, file.length - 500)
  const { records, troubles } = await indexed(textReader, path)
  expect(troubles).toMatchObject([{ where: `byte ${file.length - 500}` }])
  const [read] = await readRecords(textReader, path, records)
  expect(read?.text).toMatch(/^line 0\nline 7919\n/)
})

test('NUL characters are refused with the place, and a file that is too large', async () => {
  await expect(
    readRecords(textReader, dumpWith('ab\0c'), [{ number: 1, position: 0, bytes: 4 }]),
  ).rejects.toMatchObject({
    code: 'dump-binary',
    message: expect.stringContaining('character 3 is NUL'),
  })
  const path = dumpWith('')
  truncateSync(path, 256 * 1024 * 1024 + 1)
  const { records } = await indexed(textReader, path)
  await expect(readRecords(textReader, path, records)).rejects.toMatchObject({ code: 'dump-too-large' })
})

test('a file that went away is refused', async () => {
  const gone = { ...dumpFile(dumpWith('')), path: '/no/such/file' }
  const source = await textReader.open(gone, guessedSettings)
  await expect(source.read({ number: 1, position: 0, bytes: 0 })).rejects.toMatchObject({
    code: 'dump-missing',
  })
})
