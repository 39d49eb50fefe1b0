import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryOver, type EarlierSegment } from '../../../src/core/carry-over.ts'
import type { Segment } from '../../../src/core/segment.ts'
import { bareMark, segmentationFaults, unlabelled } from '../../../src/core/segment.ts'
import { segmentByLine } from '../../../src/core/segmentation/line.ts'
import { anyAnnotatedText } from './any-annotation.ts'
import { anyText } from './any-text.ts'

const earlierOf = (text: string, segments: readonly Segment[]): EarlierSegment[] =>
  segments.map((segment) => ({ text: text.slice(segment.start, segment.end), ...bareMark(segment) }))

const earlier = (text: string, label: string | null): EarlierSegment =>
  label === null ? { text, ...unlabelled } : { text, label, by: 'human' }

const carried = (text: string, from: EarlierSegment[]) => {
  const { segments, kept, lost } = carryOver(text, segmentByLine(text), from)
  return { labels: segments.map((segment) => segment.label), kept, lost: lost.map((one) => one.text) }
}

describe('carryOver', () => {
  it('gives an unchanged text all its labels back', () => {
    fc.assert(
      fc.property(anyAnnotatedText, ({ text, annotation: { segments } }) => {
        const bare = segments.map(({ start, end }) => ({ start, end, ...unlabelled }))
        const result = carryOver(text, bare, earlierOf(text, segments))
        expect(result.segments).toEqual(segments)
        expect(result.kept).toBe(segments.filter((segment) => segment.label !== null).length)
        expect(result.lost).toEqual([])
      }),
    )
  })

  it('keeps or names every label, and gives none to a text that did not have it', () => {
    fc.assert(
      fc.property(anyText, anyAnnotatedText, (text, { text: before, annotation }) => {
        const from = earlierOf(before, annotation.segments)
        const { segments, kept, lost } = carryOver(text, segmentByLine(text), from)
        expect(kept + lost.length).toBe(from.filter((one) => one.label !== null).length)
        expect(segments.filter((segment) => segment.label !== null).length).toBe(kept)
        expect(segmentationFaults(text, segments)).toEqual([])
        for (const { start, end, label } of segments)
          if (label !== null)
            expect(from.some((one) => one.text === text.slice(start, end) && one.label === label)).toBe(true)
      }),
    )
  })

  it('has all to review that was not there before, and nothing else where no text stands twice', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, before) => {
        const segments = segmentByLine(text)
        const from = segmentByLine(before).map(({ start, end }) => earlier(before.slice(start, end), 'body'))
        const carried = carryOver(text, segments, from)
        for (const shared of new Set(segments.map(({ start, end }) => text.slice(start, end)))) {
          const here = carried.segments.filter(({ start, end }) => text.slice(start, end) === shared)
          const known = from.filter((one) => one.text === shared).length
          expect(here.filter(({ toReview }) => toReview).length).toBe(Math.max(0, here.length - known))
        }
        expect(carried.toReview).toBe(carried.segments.filter(({ toReview }) => toReview).length)
      }),
    )
  })

  it('has equal lines to review whose labels differed, where one went away or came', () => {
    const from = [earlier('more', 'title'), earlier('more', 'boilerplate'), earlier('text', 'body')]
    const marked = (text: string) =>
      carryOver(text, segmentByLine(text), from).segments.map(({ label, toReview }) => [label, toReview])
    expect(marked('more\nmore\ntext')).toEqual([
      ['title', undefined],
      ['boilerplate', undefined],
      ['body', undefined],
    ])
    expect(marked('more\ntext')).toEqual([
      ['title', true],
      ['body', undefined],
    ])
  })

  it('follows lines that moved, and leaves new ones without a label', () => {
    const from = [earlier('title', 'title'), earlier('gone', 'body'), earlier('list', 'boilerplate')]
    expect(carried('new\nlist\ntitle\n', from)).toEqual({
      labels: [null, 'boilerplate', 'title'],
      kept: 2,
      lost: ['gone'],
    })
  })

  it('gives the n-th of equal lines the label of the n-th, also where one of them has none', () => {
    const from = [earlier('![]() |', 'caption'), earlier('![]() |', null), earlier('![]() |', 'boilerplate')]
    expect(carried('![]() |\n![]() |\n![]() |\n![]() |\n', from).labels).toEqual([
      'caption',
      null,
      'boilerplate',
      null,
    ])
    expect(carried('![]() |\n', from)).toEqual({ labels: ['caption'], kept: 1, lost: ['![]() |'] })
  })

  it('is not misled by lines that are names of an object’s own members', () => {
    const from = [earlier('constructor', 'body'), earlier('__proto__', 'title')]
    expect(carried('__proto__\nconstructor\ntoString\n', from).labels).toEqual(['title', 'body', null])
  })
})
