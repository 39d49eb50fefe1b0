import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FoldOptions, fold, isBoundary } from '../../../../src/core/search/fold.ts'
import { anyText } from '../any-text.ts'

const anyOptions: fc.Arbitrary<FoldOptions> = fc.record({
  matchCase: fc.boolean(),
  matchDiacritics: fc.boolean(),
})

it('is the same for a text composed and decomposed', () => {
  fc.assert(
    fc.property(anyText, anyOptions, (text, options) => {
      const composed = fold(text.normalize('NFC'), options).text
      expect(fold(text.normalize('NFD'), options).text).toBe(composed)
      expect(fold(text, options).text).toBe(composed)
    }),
  )
})

it('has origins that ascend, begin characters of the text, and end with it', () => {
  fc.assert(
    fc.property(anyText, anyOptions, (text, options) => {
      const folded = fold(text, options)
      expect(folded.origins).toHaveLength(folded.text.length + 1)
      expect(folded.origins.at(-1)).toBe(text.length)
      folded.origins.reduce((before, origin) => {
        expect(origin).toBeGreaterThanOrEqual(before)
        return origin
      }, 0)
      // Only what stands before any other character can be a mark.
      for (const origin of folded.origins)
        if (origin > 0) expect(text.slice(origin)).not.toMatch(/^\p{M}|^\p{Cs}/u)
    }),
  )
})

it('folds each character as it folds it alone', () => {
  fc.assert(
    fc.property(anyText, anyOptions, (text, options) => {
      const folded = fold(text, options)
      const characters = text.match(/[\s\S][\p{M}\u1160-\u11ff]*/gu) ?? []
      expect(folded.text).toBe(characters.map((each) => fold(each, options).text).join(''))
    }),
  )
})

describe('under options', () => {
  const folded = (text: string, matchCase: boolean, matchDiacritics: boolean): string =>
    fold(text, { matchCase, matchDiacritics }).text

  it('takes Vietnamese apart from its diacritics, đ too', () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const text = 'Đường Nguyễn Huệ đông'.normalize(form)
      expect(folded(text, false, false)).toBe('duong nguyen hue dong')
      expect(folded(text, true, false)).toBe('Duong Nguyen Hue dong')
      expect(folded(text, false, true)).toBe('đường nguyễn huệ đông')
      expect(folded(text, true, true)).toBe('Đường Nguyễn Huệ đông')
    }
  })

  it('knows case beyond A to Z', () => {
    expect(folded('ΟΔΟΣ', false, true)).toBe(folded('οδος', false, true))
    expect(folded('STRASSE', false, true)).toBe(folded('straße', false, true))
    expect(folded('𐐀', false, true)).toBe(folded('𐐨', false, true))
  })
})

it('knows where characters begin', () => {
  const text = fold('ße', { matchCase: false, matchDiacritics: true })
  expect(text.text).toBe('sse')
  expect([0, 1, 2, 3].map((at) => isBoundary(text, at))).toEqual([true, false, true, true])
})
