import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foundLine } from '../../../../src/core/search/found-line.ts'
import { anyText } from '../any-text.ts'

it('gives the line around a match, trimmed', () => {
  const text = 'first\r\n  the second line \r\nthird'
  const start = text.indexOf('second')
  expect(foundLine(text, { start, end: start + 6 })).toEqual({
    start,
    end: start + 6,
    before: 'the ',
    found: 'second',
    after: ' line',
  })
})

it('marks where a long line was cut', () => {
  const text = `${'a'.repeat(500)}HERE${'b'.repeat(500)}`
  const line = foundLine(text, { start: 500, end: 504 })
  expect(line.before).toMatch(/^…a{60}$/)
  expect(line.after).toMatch(/^b{120}…$/)
})

it('is one line, and never half a character, in any text', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
      const characters = Array.from(text)
      const [from, to] = [a % (characters.length + 1), b % (characters.length + 1)].sort((x, y) => x - y)
      const start = characters.slice(0, from).join('').length
      const end = characters.slice(0, to).join('').length
      const { before, found, after } = foundLine(text, { start, end })
      expect(`${before}${after}`).not.toMatch(/[\r\n]/)
      expect(before + found + after).not.toMatch(/\p{Cs}/u)
      expect(text).toContain(found.replace(/…$/, ''))
    }),
  )
})
