import fc from 'fast-check'
import { expect, it } from 'vitest'
import { segmentationFaults } from '../../../../src/core/segment.ts'
import { segmentByLine } from '../../../../src/core/segmentation/line.ts'
import { anyText } from '../any-text.ts'

const contents = (text: string): string[] =>
  segmentByLine(text).map(({ start, end }) => text.slice(start, end))

it('gives the trimmed lines that are not blank', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const expected = text
        .split(/\r\n|\n|\r/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
      expect(contents(text)).toEqual(expected)
    }),
  )
})

it('is a segmentation without a fault, and nothing is labelled', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const segments = segmentByLine(text)
      expect(segmentationFaults(text, segments)).toEqual([])
      expect(segments.every(({ label, by }) => label === null && by === null)).toBe(true)
    }),
  )
})

it.each([
  ['', []],
  [' \t\r\n\u00A0\n\uFEFF', []],
  ['\uFEFF Tiêu đề \u3000\r\n\r\n![]() |\r\n', ['Tiêu đề', '![]() |']],
  ['one\u2028line', ['one\u2028line']],
  ['\u0085\n\u200B', ['\u0085', '\u200B']],
  ['🏮\r👩\u200D🌾', ['🏮', '👩\u200D🌾']],
  ['\u0301alone', ['\u0301alone']],
])('%j has the segments %j', (text, expected) => {
  expect(contents(text)).toEqual(expected)
})
