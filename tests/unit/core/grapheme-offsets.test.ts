import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromUtf16, toUtf16 } from '../../../src/core/offsets.ts'
import { anyText } from './any-text.ts'

/** The UTF-16 offset of every character as a person counts them, and of the end. */
function boundaries(text: string): number[] {
  const clusters = Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text))
  return [...clusters.map(({ index }) => index), text.length]
}

it('counts what a person takes for one character as one', () => {
  const text = 'e\u0301x👩\u200D🌾\r\n🇻🇳ệ'.normalize('NFD')
  expect(fromUtf16(text, [0, 2, 3, 8, 10, 14, text.length], 'grapheme')).toEqual([0, 1, 2, 3, 4, 5, 6])
})

it('converts there and back, in any text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const utf16 = boundaries(text)
      const counts = utf16.map((_, index) => index)
      expect(fromUtf16(text, utf16, 'grapheme')).toEqual(counts)
      expect(toUtf16(text, counts, 'grapheme')).toEqual(utf16)
    }),
  )
})

it('refuses to stand inside a character, outside the text, or out of order', () => {
  for (const inside of [1, 2, 3, 4])
    expect(() => fromUtf16('👩\u200D🌾', [inside], 'grapheme'), String(inside)).toThrow(RangeError)
  expect(() => fromUtf16('e\u0301', [1], 'grapheme')).toThrow(RangeError)
  for (const offsets of [[3], [-1], [1, 0], [0.5], [Number.NaN]]) {
    expect(() => fromUtf16('ab', offsets, 'grapheme'), String(offsets)).toThrow(RangeError)
    expect(() => toUtf16('ab', offsets, 'grapheme'), String(offsets)).toThrow(RangeError)
  }
})
