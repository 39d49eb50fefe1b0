import fc from 'fast-check'
import { expect, it } from 'vitest'
import { htmlLines } from '../../../../src/core/html/html-lines.ts'
import { sourceRanges } from '../../../../src/core/html/source-ranges.ts'
import { segmentBy } from '../../../../src/core/segmentation/rules.ts'

const source = '<p>Một <b>hai</b> ba. Bốn năm.</p><ul><li>Đọc thêm<li>T&#x69;n &amp; ảnh</ul>'
const { text, lines } = htmlLines(source)

it('finds whole lines where they came from', () => {
  const ranges = sourceRanges(text, source, lines, segmentBy('line', text))
  expect(ranges.map(({ start, end }) => source.slice(start, end))).toEqual(
    lines.map(({ sourceStart, sourceEnd }) => source.slice(sourceStart, sourceEnd)),
  )
})

it('finds parts of a line by their first word', () => {
  const at = text.indexOf('Bốn')
  const ranges = sourceRanges(text, source, lines, [
    { start: 0, end: at - 1 },
    { start: at, end: text.indexOf('\n') },
  ])
  expect(ranges.map(({ start }) => start)).toEqual([lines[0]?.sourceStart, source.indexOf('Bốn')])
  expect(ranges[0]?.end).toBe(source.indexOf('Bốn'))
})

it('gives ranges of the source in order and without overlap, however a page is cut', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<b>a</b>',
      '<br>',
      'Một hai. ',
      '&amp;',
      ' ',
      '<td>',
      '🏮',
      '<a href=x>đọc</a>',
    ),
  )
  fc.assert(
    fc.property(pieces, fc.array(fc.nat()), (html, cuts) => {
      const page = html.join('')
      const made = htmlLines(page)
      const bounds = [...new Set([0, ...cuts.map((cut) => cut % (made.text.length + 1)), made.text.length])]
      bounds.sort((a, b) => a - b)
      const segments = bounds.slice(1).map((end, index) => ({ start: bounds[index] ?? 0, end }))
      let last = 0
      const ranges = sourceRanges(made.text, page, made.lines, segments)
      expect(ranges).toHaveLength(segments.length)
      for (const { start, end } of ranges) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(page.length)
        last = end
      }
    }),
  )
})
