import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countCodePoints,
  fromUtf16,
  offsetUnits,
  type StoredUnit,
  toUtf16,
} from '../../../src/core/offsets.ts'
import { anyText } from './any-text.ts'

/** The offset of every character of `text` and of its end in each unit, counted in another way than the code does. */
function everyOffset(text: string): Record<StoredUnit, number[]> {
  const characters = Array.from(text)
  const before = (count: number): string => characters.slice(0, count).join('')
  const counts = Array.from({ length: characters.length + 1 }, (_, count) => count)
  return {
    codepoint: counts,
    utf16: counts.map((count) => before(count).length),
    byte: counts.map((count) => Buffer.byteLength(before(count), 'utf8')),
  }
}

describe.each(offsetUnits)('%s', (unit) => {
  it('is counted as Array.from and Buffer count', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const expected = everyOffset(text)
        expect(fromUtf16(text, expected.utf16, unit)).toEqual(expected[unit])
        expect(toUtf16(text, expected[unit], unit)).toEqual(expected.utf16)
      }),
    )
  })

  it('converts some of the offsets, some of them twice, as it converts all', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat()), (text, seeds) => {
        const all = everyOffset(text)
        const picked = seeds.map((seed) => seed % all.utf16.length).sort((a, b) => a - b)
        const of = (which: StoredUnit): number[] => picked.map((index) => all[which][index] ?? -1)
        expect(fromUtf16(text, of('utf16'), unit)).toEqual(of(unit))
        expect(toUtf16(text, of(unit), unit)).toEqual(of('utf16'))
      }),
    )
  })

  it('refuses offsets outside the text, out of order, or not a whole number', () => {
    const text = 'đèn 🏮'
    const length = everyOffset(text)[unit].at(-1) ?? 0
    for (const offsets of [[length + 1], [-1], [1, 0], [0.5], [Number.NaN]])
      expect(() => toUtf16(text, offsets, unit), String(offsets)).toThrow(RangeError)
    for (const offsets of [[text.length + 1], [-1], [1, 0], [0.5], [Number.NaN]])
      expect(() => fromUtf16(text, offsets, unit), String(offsets)).toThrow(RangeError)
  })
})

it('slices the bytes that the text has there', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, one, other) => {
      const { utf16 } = everyOffset(text)
      const at = [one % utf16.length, other % utf16.length].sort((a, b) => a - b)
      const [start = 0, end = 0] = at.map((index) => utf16[index] ?? 0)
      const [from, to] = fromUtf16(text, [start, end], 'byte')
      expect(Buffer.from(text, 'utf8').subarray(from, to).toString('utf8')).toBe(text.slice(start, end))
    }),
  )
})

it('refuses to stand inside a character', () => {
  expect(() => fromUtf16('🏮', [1], 'codepoint')).toThrow(RangeError)
  for (const inside of [1, 2, 3]) expect(() => toUtf16('🏮', [inside], 'byte')).toThrow(RangeError)
  expect(() => toUtf16('đ', [1], 'byte')).toThrow(RangeError)
})

it('takes base letter and combining mark, and the parts of a joined emoji, as characters of their own', () => {
  expect(fromUtf16('e\u0301x', [1, 2, 3], 'codepoint')).toEqual([1, 2, 3])
  expect(fromUtf16('👩\u200D🌾', [0, 2, 3, 5], 'codepoint')).toEqual([0, 1, 2, 3])
})

it('counts the code points of a run as Array.from does', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
      const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
        number,
        number,
      ]
      expect(countCodePoints(text, from, to)).toBe(Array.from(text.slice(from, to)).length)
    }),
  )
})
