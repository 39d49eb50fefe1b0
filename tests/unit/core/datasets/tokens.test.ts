import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textHash } from '../../../../src/core/datasets/text-hash.ts'
import { tokeniseSegments, tokensOf } from '../../../../src/core/datasets/tokens.ts'
import { anyAnnotatedText } from '../any-annotation.ts'
import { anyLongText } from '../any-text.ts'

it('joins to the text again, with the one space after a token', () => {
  fc.assert(
    fc.property(anyLongText, (text) => {
      const tokens = tokensOf(text, [])
      expect(tokens.map((token) => token.text + (token.space ? ' ' : '')).join('')).toBe(text)
      for (const { start, end, text: word } of tokens) expect(text.slice(start, end)).toBe(word)
      expect(tokens.every((token) => token.text !== '')).toBe(true)
    }),
    { numRuns: 40 },
  )
})

it('ends a token wherever a segment begins or ends', () => {
  fc.assert(
    fc.property(anyAnnotatedText, ({ text, annotation: { segments } }) => {
      const { tokens, spans } = tokeniseSegments(text, segments)
      expect(tokens.map((token) => token.text + (token.space ? ' ' : '')).join('')).toBe(text)
      for (const [index, { first, last }] of spans.entries()) {
        expect(tokens[first]?.start).toBe(segments[index]?.start)
        expect(tokens[last]?.end).toBe(segments[index]?.end)
      }
    }),
  )
})

it('cuts words in languages that put no spaces between them, and keeps white space as spaCy does', () => {
  const words = (text: string): string[] => tokensOf(text, []).map((token) => token.text)
  expect(words('ภาษาไทยง่าย').length).toBeGreaterThan(1)
  expect(words('我们今天去北京').length).toBeGreaterThan(1)
  expect(words('Nhịp sống  ven\nsông.')).toEqual(['Nhịp', 'sống', ' ', 'ven', '\n', 'sông', '.'])
})

it('cuts inside a word where a segment ends there', () => {
  const { tokens, spans } = tokeniseSegments('headline', [
    { start: 0, end: 4 },
    { start: 4, end: 8 },
  ])
  expect(tokens.map(({ text }) => text)).toEqual(['head', 'line'])
  expect(spans).toEqual([
    { first: 0, last: 0 },
    { first: 1, last: 1 },
  ])
  expect(() => tokeniseSegments('a b', [{ start: 0, end: 2 }])).toThrow(RangeError)
})

it('hashes as FNV-1a does, whose authors give these', () => {
  const hex = (text: string): string => (textHash(text) >>> 0).toString(16)
  expect(hex('')).toBe('811c9dc5')
  expect(hex('a')).toBe('e40c292c')
  expect(hex('foobar')).toBe('bf9cf968')
})

it('hashes the bytes of UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let hash = 0x811c9dc5
      for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193)
      expect(textHash(text)).toBe(hash | 0)
    }),
  )
})
