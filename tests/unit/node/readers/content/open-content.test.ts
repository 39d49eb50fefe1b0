import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CompressedContent } from '../../../../../src/node/readers/content/compressed-content.ts'
import type { Content } from '../../../../../src/node/readers/content/content.ts'
import { headOfDump, openContent, wholeDump } from '../../../../../src/node/readers/content/open-content.ts'
import { unpackGzip } from '../../../../../src/node/readers/content/unpack-gzip.ts'
import type { DumpFile } from '../../../../../src/node/readers/reader.ts'
import { anyLongText, anyText } from '../../../core/any-text.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { storedZstdFrame, zstdFile } from '../zstd-file.ts'

const dumpWith = (content: Uint8Array | string, name = 'dump'): DumpFile => ({
  path: join(temporaryFolder({ [name]: content }), name),
  id: name,
  bytes: Buffer.byteLength(content),
})

/** All of it, and the sentence of the break that ended it or ''. */
async function sequential(content: Content): Promise<{ all: Buffer; broken: string }> {
  const parts: Uint8Array[] = []
  try {
    for await (const { bytes } of content.pieces()) parts.push(bytes)
  } catch (error) {
    return { all: Buffer.concat(parts), broken: String(error) }
  }
  return { all: Buffer.concat(parts), broken: '' }
}

const writers: Record<string, (bytes: Buffer) => Promise<Uint8Array>> = {
  plain: async (bytes) => bytes,
  gzip: async (bytes) => gzipSync(bytes),
  'gzip of two members': async (bytes) =>
    Buffer.concat([gzipSync(bytes.subarray(0, 700)), gzipSync(bytes.subarray(700))]),
  zstd: (bytes) => zstdFile(bytes),
  'zstd at its best': (bytes) => zstdFile(bytes, 19),
  'zstd of several frames': async (bytes) =>
    Buffer.concat([
      Buffer.from([0x50, 0x2a, 0x4d, 0x18, 5, 0, 0, 0, 1, 2, 3, 4, 5]),
      await zstdFile(bytes.subarray(0, 700)),
      await zstdFile(bytes.subarray(700, 710), 1),
      storedZstdFrame(bytes.subarray(710)),
    ]),
}

describe('any text is read as it was written, from front to back and anywhere', () => {
  for (const [name, write] of Object.entries(writers))
    test(name, async () => {
      const dump = dumpWith('')
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(anyText, anyLongText),
          fc.array(fc.tuple(fc.nat(12_000), fc.nat(3000)), { maxLength: 6 }),
          async (text, ranges) => {
            const bytes = Buffer.from(text)
            writeFileSync(dump.path, await write(bytes))
            const content = await openContent(dump, null)
            expect(await sequential(content)).toEqual({ all: bytes, broken: '' })
            for (const [position, length] of ranges)
              expect(Buffer.from(await content.read(position, length))).toEqual(
                bytes.subarray(position, position + length),
              )
            await content.close()
          },
        ),
        { numRuns: 15 },
      )
    })
})

test('a zstd file that was cut anywhere gives what was before, and says that it ends early', async () => {
  const bytes = Buffer.from(Array.from({ length: 400 }, (_, n) => `line ${n * 7919}\n`).join(''))
  const frames = [await zstdFile(bytes.subarray(0, 2000)), await zstdFile(bytes.subarray(2000))]
  const file = Buffer.concat(frames)
  const dump = dumpWith(file)
  for (let cut = file.length - 1; cut >= 4; cut -= 13) {
    truncateSync(dump.path, cut)
    const content = await openContent(dump, null)
    const { all, broken } = await sequential(content)
    expect(bytes.subarray(0, all.length).equals(all)).toBe(true)
    expect(broken).toContain(cut === frames[0]?.length ? '' : 'ends early')
    expect(await content.read(0, all.length + 1)).toHaveLength(all.length)
    await content.close()
  }
})

test('zstd that is damaged in any way ends with a sentence', async () => {
  const bytes = Buffer.from(Array.from({ length: 900 }, (_, n) => `line ${n * 7919}\n`).join(''))
  const file = Buffer.from(await zstdFile(bytes))
  const dump = dumpWith(file)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 4, max: file.length - 1 }), fc.nat(255)), { minLength: 1 }),
      async (damages) => {
        const damaged = Buffer.from(file)
        for (const [at, byte] of damages) damaged[at] = byte
        writeFileSync(dump.path, damaged)
        const content = await openContent(dump, null)
        const { all, broken } = await sequential(content)
        expect(all.length).toBeLessThan(4_000_000)
        expect(broken).toMatch(/^$|^BrokenContent: It/)
        await content.close()
      },
    ),
    { numRuns: 60 },
  )
})

describe('what zstd cannot have is named', () => {
  const cases: Record<string, { file: Uint8Array; sentence: string }> = {
    'a window of 2 GB': {
      file: Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 21 << 3, 1, 0, 0]),
      sentence: 'needs more than 128 MB',
    },
    'a dictionary': {
      file: Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 1, 0x58, 9, 1, 0, 0]),
      sentence: 'needs a zstd dictionary',
    },
    'a length that is not so': {
      file: storedZstdFrame(Buffer.from('text'), 5),
      sentence: '4 bytes came out',
    },
    'something else behind it': {
      file: Buffer.concat([storedZstdFrame(Buffer.from('text')), Buffer.from('not zstd')]),
      sentence: 'no zstd data follows',
    },
  }
  for (const [name, { file, sentence }] of Object.entries(cases))
    test(name, async () => {
      const content = await openContent(dumpWith(file), null)
      expect((await sequential(content)).broken).toContain(sentence)
      await content.close()
    })
})

describe('a large file', () => {
  /** 10 MB in which every eight bytes say where they are. */
  const bytes = Buffer.alloc(10 * 1024 * 1024)
  for (let at = 0; at < bytes.length; at += 8) bytes.write(at.toString(36).padStart(8, ' '), at)
  const file = gzipSync(bytes, { level: 1 })

  test('is entered anywhere, with seek points that are kept for the next time', async () => {
    const dump = dumpWith(file)
    const cacheFolder = join(temporaryFolder(), 'cache')
    const first = await openContent(dump, cacheFolder)
    for await (const piece of first.pieces()) expect(piece.doneBytes).toBeLessThanOrEqual(file.length)
    const readBack = async (content: Content): Promise<void> => {
      for (const at of [9_000_000, 7, 5_345_678, 5_345_800, 4_194_304, bytes.length - 5])
        expect(Buffer.from(await content.read(at, 100))).toEqual(bytes.subarray(at, at + 100))
    }
    await readBack(first)
    await first.close()
    const [kept = ''] = readdirSync(join(cacheFolder, 'seek-points'))
    const pointsPath = join(cacheFolder, 'seek-points', kept)

    const next = await openContent(dump, cacheFolder)
    await readBack(next)
    await next.close()

    // What was kept is what is used: with points that lie, other bytes are read.
    const points = readFileSync(pointsPath)
    const lineEnd = points.indexOf(0x0a)
    const head = JSON.parse(points.toString('utf8', 0, lineEnd))
    for (const point of head.points) point[0] -= 8
    writeFileSync(pointsPath, Buffer.concat([Buffer.from(JSON.stringify(head)), points.subarray(lineEnd)]))
    const misled = await openContent(dump, cacheFolder)
    expect(Buffer.from(await misled.read(9_000_000, 8))).toEqual(bytes.subarray(9_000_008, 9_000_016))
    await misled.close()

    for (const damage of [
      (): void => truncateSync(pointsPath, points.length - 100),
      (): void => writeFileSync(pointsPath, 'nonsense'),
      (): void => writeFileSync(pointsPath, Buffer.concat([points.subarray(0, -1), Buffer.from([1])])),
    ]) {
      damage()
      const content = await openContent(dump, cacheFolder)
      expect(Buffer.from(await content.read(4_800_000, 8))).toEqual(bytes.subarray(4_800_000, 4_800_008))
      await content.close()
    }

    writeFileSync(pointsPath, points)
    writeFileSync(dump.path, gzipSync(Buffer.from('another file')))
    utimesSync(dump.path, 1, 1)
    const changed = await openContent(dump, cacheFolder)
    expect(Buffer.from(await changed.read(8, 4)).toString()).toBe('file')
    expect(await changed.read(5_345_678, 10)).toHaveLength(0)
    await changed.close()
  })

  test('is left when it is aborted', async () => {
    const content = await openContent(dumpWith(file), null)
    const abort = new AbortController()
    let length = 0
    const reading = (async (): Promise<void> => {
      for await (const piece of content.pieces(abort.signal)) {
        length += piece.bytes.length
        abort.abort()
      }
    })()
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
    expect(length).toBeLessThan(2_000_000)
    await content.close()
  })
})

test('what grows without end is left where it shows', async () => {
  const { path } = dumpWith(gzipSync(Buffer.alloc(3_000_000)))
  const content = new CompressedContent(await open(path), unpackGzip, null, { size: 1_000_000, ratio: 500 })
  const { all, broken } = await sequential(content)
  expect(broken).toContain('more than 500 times its size')
  expect(all.length).toBeGreaterThan(500_000)
  expect(all.length).toBeLessThan(2_000_000)
  await content.close()
})

test('a folder that cannot be written to costs nothing but the seek points', async () => {
  const dump = dumpWith(gzipSync('text'))
  const content = await openContent(dump, `${dump.path}/below-a-file`)
  expect((await sequential(content)).all.toString()).toBe('text')
  await content.close()
  expect(existsSync(`${dump.path}/below-a-file`)).toBe(false)
})

test('what is missing or a folder is refused with the path', async () => {
  const folder = temporaryFolder({ 'sub/a': '' })
  await expect(openContent({ path: join(folder, 'no'), id: 'no' }, null)).rejects.toMatchObject({
    code: 'dump-missing',
  })
  await expect(headOfDump(join(folder, 'sub'), 10)).rejects.toMatchObject({ code: 'dump-unreadable' })
})

test('the head, and the whole up to a limit', async () => {
  const dump = dumpWith(gzipSync('0123456789'))
  expect(Buffer.from(await headOfDump(dump.path, 4)).toString()).toBe('0123')
  expect(await wholeDump(dump, 9)).toBe(null)
  expect(await wholeDump(dumpWith('0123456789'), 9)).toBe(null)
  expect(await wholeDump(dump, 10)).toMatchObject({ bytes: Buffer.from('0123456789'), broken: null })
  truncateSync(dump.path, 25)
  expect((await wholeDump(dump, 10))?.broken?.message).toContain('ends early')
})

const zstd = ['/usr/bin/zstd', '/usr/local/bin/zstd'].find((path) => existsSync(path))

test.skipIf(!zstd)('what the zstd tool writes with its options is read (if it is there)', async () => {
  const bytes = Buffer.from(
    Array.from({ length: 20_000 }, (_, n) => `${n % 977} line ${n * 7919}\n`).join(''),
  )
  for (const options of [['-19'], ['--long=24', '-5'], ['--no-check', '--fast=5']]) {
    const file = execFileSync(zstd ?? '', ['-q', '-c', ...options], { input: bytes, maxBuffer: 64_000_000 })
    const content = await openContent(dumpWith(file), null)
    const { all, broken } = await sequential(content)
    expect([options, broken, all.equals(bytes)]).toEqual([options, '', true])
    expect(Buffer.from(await content.read(300_000, 50))).toEqual(bytes.subarray(300_000, 300_050))
    await content.close()
  }
})
