import fc from 'fast-check'
import { expect, it } from 'vitest'
import { segmentationFaults, unlabelled } from '../../../../src/core/segment.ts'
import { cutAnew } from '../../../../src/core/segmentation/cut-anew.ts'
import { segmentationRules, segmentBy } from '../../../../src/core/segmentation/rules.ts'
import { anyAnnotatedText } from '../any-annotation.ts'

const body = { label: 'body', by: 'human' } as const
const title = { label: 'title', by: 'human' } as const

it('keeps or names every label, and gives no text a label that it did not have', () => {
  fc.assert(
    fc.property(anyAnnotatedText, fc.constantFrom(...segmentationRules), ({ text, annotation }, rule) => {
      const before = annotation.segments
      const { segments, kept, lost } = cutAnew(before, segmentBy(rule, text))
      expect(segmentationFaults(text, segments)).toEqual([])
      expect(kept + lost.length).toBe(before.filter(({ label }) => label !== null).length)
      for (const { start, end, label } of segments)
        if (label !== null)
          for (const old of before) if (old.start < end && start < old.end) expect(old.label).toBe(label)
      for (const old of before.filter((one) => one.label !== null && !lost.includes(one)))
        for (const { start, end, label } of segments)
          if (old.start < end && start < old.end) expect(label).toBe(old.label)
    }),
  )
})

it('changes no label where nothing is cut otherwise', () => {
  fc.assert(
    fc.property(anyAnnotatedText, ({ annotation: { segments } }) => {
      const bare = segments.map(({ start, end }) => ({ start, end, ...unlabelled }))
      expect(cutAnew(segments, bare)).toMatchObject({ segments, lost: [] })
    }),
  )
})

it('gives each piece the label of the whole, and a whole the label that all its pieces have', () => {
  const one = [{ start: 0, end: 9, ...body }]
  const pieces = [
    { start: 0, end: 4, ...unlabelled },
    { start: 5, end: 9, ...unlabelled },
  ]
  const cut = cutAnew(one, pieces)
  expect(cut).toEqual({ segments: pieces.map((piece) => ({ ...piece, ...body })), kept: 1, lost: [] })
  expect(cutAnew(cut.segments, one).segments).toEqual(one)
})

it('loses labels that disagree within one segment', () => {
  const before = [
    { start: 0, end: 4, ...body },
    { start: 5, end: 9, ...title },
    { start: 10, end: 12, ...body },
  ]
  const after = [
    { start: 0, end: 9, ...unlabelled },
    { start: 10, end: 12, ...unlabelled },
  ]
  expect(cutAnew(before, after)).toEqual({
    segments: [
      { start: 0, end: 9, ...unlabelled },
      { start: 10, end: 12, ...body },
    ],
    kept: 1,
    lost: before.slice(0, 2),
  })
})
