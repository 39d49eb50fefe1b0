import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeLabels } from '../../../../src/core/import/merge-labels.ts'
import { type Segment, unlabelled } from '../../../../src/core/segment.ts'
import { anyAnnotatedText, anySegments } from '../any-annotation.ts'

const bare = ({ start, end }: Segment): Segment => ({ start, end, ...unlabelled })
const twoOfOneText = anyAnnotatedText.chain(({ text, annotation }) =>
  fc.tuple(fc.constant(annotation.segments), anySegments(text)),
)

it('labels merged with themselves stay as they are, and those without labels take the present ones', () => {
  fc.assert(
    fc.property(anyAnnotatedText, ({ annotation: { segments } }) => {
      expect(mergeLabels(segments, segments)).toEqual({ segments, conflicts: [] })
      expect(mergeLabels(segments, segments.map(bare))).toEqual({ segments, conflicts: [] })
      expect(mergeLabels(segments.map(bare), segments)).toEqual({ segments, conflicts: [] })
    }),
  )
})

it('every present label is there afterwards, or a conflict', () => {
  fc.assert(
    fc.property(twoOfOneText, ([present, incoming]) => {
      const { segments, conflicts } = mergeLabels(present, incoming)
      for (const segment of present) {
        if (segment.label === null) continue
        const kept = segments.some(
          ({ start, end, label }) =>
            start === segment.start && end === segment.end && label === segment.label,
        )
        expect(kept).toBe(!conflicts.includes(segment))
      }
    }),
  )
})
