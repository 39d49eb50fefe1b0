import fc from 'fast-check'
import { expect, it } from 'vitest'
import { throughLineEnds, withoutLineEnds } from '../../../../src/core/import/through-line-ends.ts'

const anyLines = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', ' ', '🌾', '\t', '\r') }), {
  minLength: 1,
})
const anyEnds = fc.array(fc.constantFrom('\n', '\r\n'), { minLength: 1 })

/** The lines with these line ends, in turn. */
const joined = (lines: readonly string[], ends: readonly string[]): string =>
  lines.map((line, index) => (index === 0 ? line : `${ends[index % ends.length]}${line}`)).join('')

it('finds every line again, whatever became of the line ends', () => {
  fc.assert(
    fc.property(
      anyLines,
      anyEnds,
      anyEnds,
      fc.constantFrom('', '\ufeff'),
      fc.constantFrom('', '\n '),
      (given, a, b, mark, end) => {
        // A carriage return at the end of a line would be part of a line end.
        const lines = given.map((line) => line.replace(/\r+$/, ''))
        const from = joined(lines, a)
        const to = mark + joined(lines, b) + end
        const bounds: number[] = []
        let at = 0
        for (const [index, line] of lines.entries()) {
          at += index === 0 ? 0 : (a[index % a.length]?.length ?? 0)
          bounds.push(at, at + line.length)
          at += line.length
        }
        const moved = throughLineEnds(from, to, bounds)
        const found = lines.map((_, index) => to.slice(moved?.[2 * index], moved?.[2 * index + 1]))
        expect(found.map((line) => line.trim())).toEqual(lines.map((line) => line.trim()))
        expect(withoutLineEnds(from)).toBe(withoutLineEnds(to))
      },
    ),
  )
})

it.each([
  ['one\ntwo', 'one\nthree'],
  ['one', 'one two'],
  ['a\rb', 'a\nb'],
])('finds %j and %j to be different texts', (from, to) => {
  expect(throughLineEnds(from, to, [0])).toBeNull()
})
