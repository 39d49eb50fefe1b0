import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayRows, longestRow, rowAt } from '../../../src/core/display-rows.ts'
import { lines } from '../../../src/core/lines.ts'
import { anySegments } from './any-annotation.ts'
import { anyLongText } from './any-text.ts'

const anySegmentedText = anyLongText.chain((text) =>
  fc.record({ text: fc.constant(text), segments: anySegments(text) }),
)

describe('the rows of any text', () => {
  it('tile its lines and number them', () => {
    fc.assert(
      fc.property(anyLongText, (text) => {
        const rows = displayRows(text)
        const joined: { start: number; end: number }[] = []
        for (const row of rows) {
          const last = joined.at(-1)
          if (row.line === null && last) {
            expect(row.start).toBe(last.end)
            last.end = row.end
          } else {
            joined.push({ start: row.start, end: row.end })
            expect(row.line).toBe(joined.length)
          }
        }
        expect(joined).toEqual([...lines(text)])
      }),
      { numRuns: 50 },
    )
  })

  it('are at most as long as a row may be, and never split a character', () => {
    fc.assert(
      fc.property(anyLongText, (text) => {
        for (const { start, end } of displayRows(text)) {
          expect(end - start).toBeLessThanOrEqual(longestRow)
          expect(text.slice(start, end)).not.toMatch(/\p{Cs}/u)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('are found by where a segment starts', () => {
    fc.assert(
      fc.property(anySegmentedText, ({ text, segments }) => {
        const rows = displayRows(text)
        for (const { start } of segments) {
          const row = rows[rowAt(rows, start)]
          expect(row && row.start <= start && start < row.end).toBe(true)
        }
      }),
      { numRuns: 50 },
    )
  })
})

it('has a row for each blank line', () => {
  const text = 'one\n\n \r\ntwo'
  expect(displayRows(text)).toEqual([
    { start: 0, end: 3, line: 1 },
    { start: 4, end: 4, line: 2 },
    { start: 5, end: 6, line: 3 },
    { start: 8, end: 11, line: 4 },
  ])
})

it('cuts a long line behind white space, else before the character that no longer fits', () => {
  const words = `${'x'.repeat(longestRow - 50)} ${'y'.repeat(100)}`
  expect(displayRows(words).map((row) => row.end)).toEqual([longestRow - 49, words.length])
  const solid = `x${'🏮'.repeat(longestRow)}`
  expect(displayRows(solid)[0]?.end).toBe(longestRow - 1)
})

it('has no row for an empty text, and rowAt answers 0 there', () => {
  expect(displayRows('')).toEqual([])
  expect(rowAt([], 5)).toBe(0)
})
