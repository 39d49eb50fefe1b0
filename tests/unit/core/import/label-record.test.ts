import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonlRecord } from '../../../../src/core/export/jsonl-record.ts'
import { labelRecordSchema, recordSegments } from '../../../../src/core/import/label-record.ts'
import { offsetUnits } from '../../../../src/core/offsets.ts'
import { segmentationFaults } from '../../../../src/core/segment.ts'
import { anyAnnotatedText } from '../any-annotation.ts'
import { anyText } from '../any-text.ts'

const facts = { annotator: 'ann', sha256: 'a'.repeat(64) }
const anyUnit = fc.constantFrom(...offsetUnits)

describe('a record that is taken in', () => {
  it('gives the segments that were exported, in each unit, on any text', () => {
    fc.assert(
      fc.property(anyAnnotatedText, anyUnit, ({ text, annotation }, unit) => {
        const exported: unknown = JSON.parse(
          JSON.stringify(jsonlRecord('a.txt', text, annotation, unit, facts)),
        )
        const record = labelRecordSchema.parse(exported)
        expect(recordSegments(text, record, 'line')).toEqual(
          annotation.segments.map(({ toReview: _, ...segment }) => segment),
        )
      }),
    )
  })

  it('becomes a whole segmentation whatever it leaves out and however it cuts', () => {
    const anyCuts = anyText.chain((text) =>
      fc.tuple(fc.constant(text), fc.array(fc.nat({ max: Array.from(text).length }), { maxLength: 8 })),
    )
    fc.assert(
      fc.property(anyCuts, ([text, cuts]) => {
        const sorted = cuts.sort((a, b) => a - b)
        const segments = sorted
          .slice(1)
          .map((end, index) => ({ start: sorted[index] ?? 0, end, label: 'body' }))
          .filter((_, index) => index % 2 === 0)
        const record = labelRecordSchema.parse({ id: 'a', segments })
        expect(segmentationFaults(text, recordSegments(text, record, 'line'))).toEqual([])
      }),
    )
  })

  it('says in which other unit its offsets fit', () => {
    const text = 'Đèn 🏮 trên sông\nđược thả'
    const record = labelRecordSchema.parse({
      id: 'a',
      offsets: 'codepoint',
      segments: [{ start: 17, end: 25, text: 'được thả', label: 'body' }],
    })
    expect(() => recordSegments(text, record, 'line')).toThrow(/as codepoint, but they do as utf16/)
  })

  it.each([
    [
      'overlap',
      [
        { start: 0, end: 3, label: 'body' },
        { start: 2, end: 4, label: null },
      ],
      'overlaps',
    ],
    ['end before they start', [{ start: 3, end: 2, label: 'body' }], 'ends before'],
    ['are not in the text', [{ start: 0, end: 99, label: 'body' }], 'do not fit'],
    ['say another text', [{ start: 0, end: 3, text: 'Two', label: 'body' }], 'do not fit'],
  ])('is refused where its segments %s', (_, segments, reason) => {
    const record = labelRecordSchema.parse({ id: 'a', segments })
    expect(() => recordSegments('One two', record, 'line')).toThrow(reason)
  })

  it('takes a label as a person’s where it does not say how it came to be', () => {
    const segments = [
      { start: 0, end: 3, label: 'body' },
      { start: 4, end: 7, label: 'title', by: 'propagated', from: 'b.txt' },
      { start: 8, end: 11, label: null, by: 'human' },
    ]
    const record = labelRecordSchema.parse({ id: 'a', segments })
    expect(recordSegments('One\nTwo\nSix', record, 'line').map(({ by, from }) => [by, from])).toEqual([
      ['human', undefined],
      ['propagated', 'b.txt'],
      [null, undefined],
    ])
  })
})
