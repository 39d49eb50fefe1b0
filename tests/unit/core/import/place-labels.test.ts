import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonlRecord } from '../../../../src/core/datasets/jsonl/jsonl-record.ts'
import { readJsonl } from '../../../../src/core/datasets/jsonl/read-jsonl.ts'
import { isTrouble, nothingRead, type ReadSpan } from '../../../../src/core/datasets/read-document.ts'
import { cutByLabels } from '../../../../src/core/import/cut-by-labels.ts'
import { placeLabels } from '../../../../src/core/import/place-labels.ts'
import { type OffsetUnit, offsetUnits } from '../../../../src/core/offsets.ts'
import { segmentationFaults } from '../../../../src/core/segment.ts'
import { segmentBy } from '../../../../src/core/segmentation/rules.ts'
import { anyAnnotatedText } from '../any-annotation.ts'
import { anyText } from '../any-text.ts'
import { datasetDocument } from '../datasets/any-dataset-document.ts'
import { collected, inChunks } from '../datasets/in-chunks.ts'

const anyUnit = fc.constantFrom(...offsetUnits)
const asItIs = { unit: undefined, leastAligned: 0.8, becomes: (label: string) => label }

/** What is placed of these spans in `text`, cut; or why nothing is. */
function cut(
  text: string,
  spans: readonly ReadSpan[],
  {
    own = null,
    unit = 'codepoint',
    chosen,
  }: { own?: string | null; unit?: OffsetUnit; chosen?: OffsetUnit } = {},
) {
  const read = { ...nothingRead, text: own, unit, spans }
  const placed = placeLabels(text, read, { ...asItIs, unit: chosen })
  if ('reason' in placed) return placed
  return cutByLabels(text, placed, segmentBy('line', text), 'line')
}

const labelled = (text: string, spans: readonly ReadSpan[], more: Parameters<typeof cut>[2] = {}) => {
  const segments = cut(text, spans, more)
  if ('reason' in segments) return segments
  return segments.map(({ start, end, label }) => [text.slice(start, end), label])
}

const span = (start: number, end: number, label: string | null, text: string | null = null): ReadSpan => ({
  start,
  end,
  label,
  text,
})

describe('labels with offsets', () => {
  it('give the segments that were exported, in each unit, on any text', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnnotatedText, anyUnit, async ({ text, annotation }, unit) => {
        const line = JSON.stringify(jsonlRecord(datasetDocument('a.txt', text, annotation.segments), unit))
        const [read] = await collected(readJsonl(inChunks(line, 1000)))
        if (!read || isTrouble(read)) throw new Error(read?.reason)
        const placed = placeLabels(text, read, asItIs)
        if ('reason' in placed) throw new Error(placed.reason)
        const segments = cutByLabels(text, placed, segmentBy('line', text), 'line')
        // What an annotator has yet to look at is no matter of a dataset.
        const looked = annotation.segments.map(({ toReview: _, ...segment }) => segment)
        expect(segments).toEqual(looked)
      }),
    )
  })

  it('become a whole segmentation whatever they leave out and however they cut', () => {
    const anyCuts = anyText.chain((text) =>
      fc.tuple(fc.constant(text), fc.array(fc.nat({ max: Array.from(text).length }), { maxLength: 8 })),
    )
    fc.assert(
      fc.property(anyCuts, ([text, cuts]) => {
        const sorted = cuts.sort((a, b) => a - b)
        const spans = sorted
          .slice(1)
          .map((end, index) => span(sorted[index] ?? 0, end, 'body'))
          .filter((_, index) => index % 2 === 0)
        const segments = cut(text, spans, { chosen: 'codepoint' })
        expect('reason' in segments ? segments : segmentationFaults(text, segments)).toEqual([])
      }),
    )
  })

  it.each<[string, string | null]>([
    ['by the text beside them', 'được thả'],
    ['by words that they would cut in two', null],
  ])('are told to be of another unit %s', (_, beside) => {
    const text = 'Đèn 🏮 trên sông\nđược thả'
    const spans = [span(17, 25, 'body', beside)]
    expect(cut(text, spans)).toMatchObject({ unit: 'utf16', reason: expect.stringContaining('as utf16') })
    expect(labelled(text, spans, { chosen: 'utf16' })).toContainEqual(['được thả', 'body'])
  })

  it('fit a text whose line ends another program has changed', () => {
    const text = '\ufeffMột 🌾\r\nHai\r\nBa\r\n'
    const spans = [span(6, 9, 'body', 'Hai')]
    expect(labelled(text, spans, { own: 'Một 🌾\nHai\nBa' })).toContainEqual(['Hai', 'body'])
    expect(cut(text, spans, { own: 'Một 🌾\nHai\nBon' })).toMatchObject({ unit: null })
  })

  it('leave the cut as it is where they say nothing', () => {
    const text = 'One\nTwo. More\nSix'
    const segments = [
      { start: 0, end: 3, label: null, by: null },
      { start: 4, end: 8, label: null, by: null },
      { start: 9, end: 13, label: null, by: null },
      { start: 14, end: 17, label: null, by: null },
    ]
    const placed = placeLabels(text, { ...nothingRead, spans: [span(0, 3, 'title')] }, asItIs)
    if ('reason' in placed) throw new Error(placed.reason)
    expect(cutByLabels(text, placed, segments, 'line')).toHaveLength(4)
  })

  it.each([
    ['overlap', [span(0, 3, 'body'), span(2, 4, null)], 'overlaps'],
    ['end before they start', [span(3, 2, 'body')], 'ends before'],
    ['are not in the text', [span(0, 99, 'body')], 'do not fit'],
    ['say another text', [span(0, 3, 'body', 'Two')], 'do not fit'],
  ])('have no place where they %s', (_, spans, reason) => {
    expect(cut('One two', spans)).toMatchObject({ reason: expect.stringContaining(reason) })
  })
})

describe('labels without offsets', () => {
  const text =
    'Home | News\n\nLights return to the harbour\n\nIt was a clear night. Boats came in.\n\nMost read'
  const lines = (...given: [string, string | null][]) =>
    placeLabels(
      text,
      { ...nothingRead, lines: given.map(([line, label]) => ({ text: line, label })) },
      asItIs,
    )

  it('go to the lines of the document that have their text', () => {
    const placed = lines(
      ['Lights return to the harbour', 'h'],
      ['It was a clear  night. Boats came in.', 'p'],
    )
    if ('reason' in placed) throw new Error(placed.reason)
    const segments = cutByLabels(text, placed, segmentBy('line', text), 'line')
    expect(segments.map(({ label }) => label)).toEqual([null, 'h', 'p', null])
    expect(placed.aligned).toBe(1)
  })

  it('cut a line that they label in parts', () => {
    const placed = lines(['It was a clear night.', 'p'], ['Boats came in.', 'c'])
    if ('reason' in placed) throw new Error(placed.reason)
    const segments = cutByLabels(text, placed, segmentBy('line', text), 'line')
    expect(
      segments.flatMap(({ start, end, label }) => (label ? [[text.slice(start, end), label]] : [])),
    ).toEqual([
      ['It was a clear night.', 'p'],
      ['Boats came in.', 'c'],
    ])
    expect(segmentationFaults(text, segments)).toEqual([])
  })

  it('have no place where too little of their text is found', () => {
    expect(lines(['Something else that nobody wrote here at all', 'p'])).toMatchObject({
      reason: expect.stringContaining('80 % have to'),
      aligned: expect.closeTo(0, 0),
    })
  })
})
