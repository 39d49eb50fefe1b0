import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWhiteSpace } from '../../../src/core/white-space.ts'
import { anyText, blanks } from './any-text.ts'

it.each(['\u0085', '\u200B'])('does not take %j for white space', (character) => {
  expect(isWhiteSpace(character, 0, 1)).toBe(false)
})

it('agrees with trim on every single character', () => {
  for (let unit = 0; unit <= 0xffff; unit++) {
    const character = String.fromCharCode(unit)
    if (isWhiteSpace(character, 0, 1) !== (character.trim() === ''))
      expect.unreachable(`they differ on U+${unit.toString(16)}`)
  }
})

it('agrees with trim on every run', () => {
  const run = fc.oneof(
    anyText,
    fc.array(fc.constantFrom(...blanks)).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(run, fc.nat(60), fc.nat(60), (text, from, length) => {
      const to = Math.min(from + length, text.length)
      expect(isWhiteSpace(text, from, to)).toBe(text.slice(from, to).trim() === '')
    }),
  )
})
