import { createHash } from 'node:crypto'
import { truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstInvalidUtf8 } from '../../../src/node/first-invalid-utf8.ts'
import { dumpStamp, largestDump, readDump } from '../../../src/node/read-dump.ts'
import { anyText } from '../core/any-text.ts'
import { temporaryFolder } from './temporary-folder.ts'

const dumpWith = (content: string | Uint8Array): string =>
  join(temporaryFolder({ 'd.txt': content }), 'd.txt')

test('the text is as in the file, whatever the alphabet and line ends', async () => {
  const path = dumpWith('')
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'))
      writeFileSync(path, text)
      const bytes = Buffer.from(text)
      expect(await readDump(path)).toMatchObject({
        text: bytes.toString(),
        encoding: 'utf-8',
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })
    }),
    { numRuns: 50 },
  )
})

test('a byte order mark is left out of the text and recorded, only at the beginning', async () => {
  const dump = await readDump(dumpWith('\ufeffĐây\ufeff'))
  expect(dump).toMatchObject({ text: 'Đây\ufeff', encoding: 'utf-8-sig', bytes: 11 })
})

test('an empty file is an empty text', async () => {
  expect(await readDump(dumpWith(''))).toMatchObject({ text: '', bytes: 0, encoding: 'utf-8' })
})

test('a line of 20 MB is read', async () => {
  const line = 'chữ '.repeat(4_000_000)
  expect((await readDump(dumpWith(line))).text === line).toBe(true)
})

test('NUL bytes are refused, with the place', async () => {
  const failure = readDump(dumpWith('ab\0c'))
  await expect(failure).rejects.toMatchObject({ code: 'dump-binary' })
  await expect(failure).rejects.toThrow('byte 2 is NUL')
})

test('what is not UTF-8 is refused, with the first bad byte', async () => {
  const failure = readDump(dumpWith(Buffer.from('Đà n\xf4', 'latin1')))
  await expect(failure).rejects.toMatchObject({ code: 'dump-not-utf8' })
  await expect(failure).rejects.toThrow('byte 1 ')
})

test('a missing file, a folder, and a file that is too large are refused', async () => {
  const folder = temporaryFolder({ 'd.txt': '' })
  await expect(readDump(join(folder, 'no.txt'))).rejects.toMatchObject({ code: 'dump-missing' })
  await expect(readDump(folder)).rejects.toMatchObject({ code: 'dump-unreadable' })
  truncateSync(join(folder, 'd.txt'), largestDump + 1)
  await expect(readDump(join(folder, 'd.txt'))).rejects.toMatchObject({ code: 'dump-too-large' })
})

test('the stamp tells a touched file from an untouched one', async () => {
  const path = dumpWith('text')
  const { stamp } = await readDump(path)
  expect(await dumpStamp(path)).toBe(stamp)
  utimesSync(path, 1, 1)
  expect(await dumpStamp(path)).not.toBe(stamp)
})

test('the first invalid byte is found behind any valid text, also across blocks', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 4 }),
      fc.boolean(),
      (text, shift, long) => {
        const valid = Buffer.from('x'.repeat(shift) + (long ? '😀'.repeat(40_000) : '') + text)
        expect(firstInvalidUtf8(valid)).toBe(-1)
        for (const bad of [[0x80], [0xff], [0xc3], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xc0, 0xaf]])
          expect(firstInvalidUtf8(Buffer.concat([valid, Buffer.from(bad), Buffer.from('end')]))).toBe(
            valid.length,
          )
      },
    ),
    { numRuns: 40 },
  )
})
