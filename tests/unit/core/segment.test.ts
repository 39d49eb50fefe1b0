import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Segment, sameMark, segmentationFaults, unlabelled } from '../../../src/core/segment.ts'
import { anyAnnotatedText } from './any-annotation.ts'

const segment = (start: number, end: number): Segment => ({ start, end, ...unlabelled })

describe('segmentationFaults', () => {
  it('finds nothing in a segmentation cut anywhere and trimmed', () => {
    fc.assert(
      fc.property(anyAnnotatedText, ({ text, annotation }) => {
        expect(segmentationFaults(text, annotation.segments)).toEqual([])
      }),
    )
  })

  it('finds a segment that is missing', () => {
    fc.assert(
      fc.property(anyAnnotatedText, fc.nat(), ({ text, annotation }, seed) => {
        fc.pre(annotation.segments.length > 0)
        const without = annotation.segments.toSpliced(seed % annotation.segments.length, 1)
        expect(segmentationFaults(text, without)).not.toEqual([])
      }),
    )
  })

  it.each([
    ['out of order', [segment(4, 6), segment(0, 3)], /starts before the end/],
    ['overlapping', [segment(0, 3), segment(2, 6)], /starts before the end/],
    ['before the text', [segment(-1, 3), segment(4, 6)], /starts before the end/],
    ['empty', [segment(0, 3), segment(4, 4), segment(4, 6)], /segment 2 is empty/],
    ['beyond the text', [segment(0, 3), segment(4, 9)], /segment 2 ends beyond the text/],
    ['not trimmed at its start', [segment(0, 3), segment(3, 6)], /segment 2 is not trimmed/],
    ['not trimmed at its end', [segment(0, 4), segment(4, 6)], /segment 1 is not trimmed/],
    ['leaving text out before', [segment(1, 3), segment(4, 6)], /text before segment 1/],
    ['leaving text out after', [segment(0, 3)], /text after the last segment/],
    ['a label without origin', [{ ...segment(0, 6), label: 'body' }], /how its label came to be/],
    [
      'a source of what was not propagated',
      [{ ...segment(0, 6), label: 'body', by: 'human' as const, from: 'a.txt' }],
      /not that it was propagated/,
    ],
    ['an origin without label', [{ ...segment(0, 6), by: 'human' as const }], /how its label came to be/],
  ])('names segments that are %s', (_, segments, fault) => {
    expect(segmentationFaults('one tw', segments).join('; ')).toMatch(fault)
  })
})

it('sameMark compares label and origin', () => {
  expect(sameMark({ label: 'body', by: 'human' }, { label: 'body', by: 'human' })).toBe(true)
  expect(sameMark({ label: 'body', by: 'human' }, { label: 'title', by: 'human' })).toBe(false)
  expect(sameMark({ label: 'body', by: 'human' }, { label: 'body', by: null })).toBe(false)
})
