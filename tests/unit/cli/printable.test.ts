import fc from 'fast-check'
import { expect, it } from 'vitest'
import { printable, printableJson } from '../../../src/cli/printable.ts'

/** What would steer a terminal: escapes, their one-byte forms, and what turns the direction of text around. */
const steering = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u

it('what is printed steers no terminal', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('a', '\u001b', '[2J', '\u009b', '\u0007', '\r', '\u202e', '\u2066', '😀'),
  })
  fc.assert(
    fc.property(hostile, (text) => {
      expect(printable(text)).not.toMatch(steering)
      const json = printableJson({ [text]: [text] })
      expect(json).not.toMatch(steering)
      expect(JSON.parse(json)).toEqual({ [text]: [text] })
    }),
  )
})

it('and all else is printed as it is', () => {
  for (const text of ['Nguyễn Thị Lụa', '👩‍🌾', 'a\u200bb', 'שלום']) expect(printable(text)).toBe(text)
})
