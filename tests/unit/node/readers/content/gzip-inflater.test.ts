import { constants, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GzipInflater } from '../../../../../src/node/readers/content/gzip-inflater.ts'
import { type SeekPoint, SeekPoints } from '../../../../../src/node/readers/content/seek-points.ts'
import { anyText } from '../../../core/any-text.ts'

function inflateFrom(
  file: Uint8Array,
  points: SeekPoints,
  from: SeekPoint | null,
  chunkSize: number,
): Buffer {
  const inflater = new GzipInflater(points, from, from ? file[from.file - 1] : 0)
  const parts: Uint8Array[] = []
  for (let at = from?.file ?? 0; at < file.length; at += chunkSize)
    parts.push(...inflater.inflate(file.subarray(at, at + chunkSize)))
  inflater.end()
  return Buffer.concat(parts)
}

/** Inflates all with seek points as near as they can be, and then from up to thirty of them. */
function expectRandomAccess(file: Uint8Array, content: Uint8Array, chunkSize: number): SeekPoints {
  const points = new SeekPoints([], 1)
  expect(inflateFrom(file, points, null, chunkSize).equals(content)).toBe(true)
  const step = Math.ceil(points.all.length / 30)
  for (const point of points.all.filter((_, index) => index % step === 0)) {
    const rest = inflateFrom(file, new SeekPoints(), point, chunkSize)
    expect(rest.equals(content.subarray(point.position)), `from ${point.position}, bit ${point.bits}`).toBe(
      true,
    )
  }
  return points
}

/** Text with repeats near and far, as pages have, from a seed. */
function pageText(length: number, seed: number): Buffer {
  const words = ['sông', 'the ', 'river\n', 'и лодки', '日本', ' <p>', '0x7f', 'chợ nổi ', '🏮']
  let state = seed
  const parts: string[] = []
  for (let made = 0; made < length; made += 4) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    parts.push(words[(state >> 16) % words.length] ?? '', (state >> 20) % 7 === 0 ? String(state) : '')
  }
  return Buffer.from(parts.join('')).subarray(0, length)
}

const strategies = {
  'as gzip does': { level: 6, memLevel: 5 },
  fast: { level: 1, memLevel: 1 },
  stored: { level: 0 },
  'with the fixed code': { strategy: constants.Z_FIXED, memLevel: 1 },
  'without repeats': { strategy: constants.Z_HUFFMAN_ONLY },
}

describe('from every seek point the rest is the same', () => {
  for (const [name, options] of Object.entries(strategies))
    test(`data compressed ${name}`, () => {
      const content = pageText(200_000, 7)
      const points = expectRandomAccess(gzipSync(content, options), content, 10_007)
      expect(points.all.length).toBeGreaterThan(3)
    })

  test('many members, some empty, with a file name, and with zeros at the end', () => {
    const parts = [pageText(90_000, 1), Buffer.alloc(0), pageText(10, 2), pageText(120_000, 3)]
    const named = Buffer.concat([
      Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]),
      Buffer.from('page.txt\0'),
      gzipSync(parts[3] ?? '').subarray(10),
    ])
    const file = Buffer.concat([...parts.slice(0, 3).map((part) => gzipSync(part)), named, Buffer.alloc(700)])
    const points = expectRandomAccess(file, Buffer.concat(parts), 333)
    expect(points.all.some(({ window }) => window.length === 0)).toBe(true)
  })

  test('any texts in any members, in chunks of any size', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyText, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 200 })), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.integer({ min: 100, max: 9000 }),
        (members, chunkSize) => {
          const contents = members.map(([text, , times]) => Buffer.from(text.repeat(times)))
          const file = Buffer.concat(
            contents.map((content, index) =>
              gzipSync(content, { level: members[index]?.[1] ?? 6, memLevel: 1 }),
            ),
          )
          expectRandomAccess(file, Buffer.concat(contents), chunkSize)
        },
      ),
      { numRuns: 20 },
    )
  })
})

test('a file that was cut anywhere gives all that was before, and says that it ends early', () => {
  const content = pageText(800, 5)
  const file = Buffer.concat([gzipSync(content.subarray(0, 300)), gzipSync(content.subarray(300))])
  const firstMember = gzipSync(content.subarray(0, 300)).length
  let longest = 0
  for (let cut = 1; cut < file.length; cut++) {
    const inflater = new GzipInflater(new SeekPoints(), null)
    const got = Buffer.concat([...inflater.inflate(file.subarray(0, cut))])
    expect(content.subarray(0, got.length).equals(got), `cut at ${cut}`).toBe(true)
    expect(got.length).toBeGreaterThanOrEqual(longest)
    longest = got.length
    // Between members nobody can tell that one is missing.
    if (cut === firstMember) inflater.end()
    else expect(() => inflater.end()).toThrow('ends early')
  }
  expect(longest).toBe(content.length)
})

test('damage is named with its place, after all that came before it', () => {
  const content = pageText(300_000, 6)
  const file = Buffer.concat([gzipSync(content), Buffer.from('not gzip')])
  const collect = (bytes: Uint8Array): { got: Buffer; message: string } => {
    const parts: Uint8Array[] = []
    const inflater = new GzipInflater(new SeekPoints(), null)
    try {
      for (const part of inflater.inflate(bytes)) parts.push(part)
    } catch (error) {
      return { got: Buffer.concat(parts), message: String(error) }
    }
    return { got: Buffer.concat(parts), message: '' }
  }
  const behind = collect(file)
  expect(behind.got.equals(content)).toBe(true)
  expect(behind.message).toContain(`damaged at byte ${file.length - 8}`)

  const wrongSum = Buffer.from(gzipSync(content))
  wrongSum[wrongSum.length - 8] = (wrongSum[wrongSum.length - 8] ?? 0) ^ 1
  expect(collect(wrongSum)).toMatchObject({ message: expect.stringContaining('incorrect data check') })
  expect(collect(wrongSum).got.equals(content)).toBe(true)

  const other = Buffer.from(gzipSync(content))
  other.fill(0xff, 5000, 5100)
  const { got, message } = collect(other)
  expect(message).toContain('damaged at byte 5')
  expect(got.length).toBeGreaterThan(1000)
})

test('nothing that is damaged in any way keeps it busy for ever or breaks out of it', () => {
  const content = pageText(5000, 8)
  const file = gzipSync(content)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1 }), (damages) => {
      const damaged = Buffer.from(file)
      for (const [at, byte] of damages) damaged[at] = byte
      const inflater = new GzipInflater(new SeekPoints([], 1), null)
      try {
        for (const part of inflater.inflate(damaged)) expect(part.length).toBeGreaterThan(0)
        inflater.end()
      } catch (error) {
        expect(error).toMatchObject({ name: 'BrokenContent' })
      }
    }),
    { numRuns: 200 },
  )
})

test('the number of seek points is bounded, and they stay spread over the whole', () => {
  const points = new SeekPoints([], 10)
  for (let position = 0; position < 1_000_000; position++)
    if (points.isWanted(position)) points.add({ position, file: position, bits: 0 }, new Uint8Array(0))
  expect(points.all.length).toBeLessThan(1024)
  expect(points.all.length).toBeGreaterThan(256)
  expect(points.all.at(-1)?.position).toBeGreaterThan(990_000)
  expect(points.before(0)).toBe(null)
  expect(points.before(500_000)?.position).toBeGreaterThan(490_000)
})
