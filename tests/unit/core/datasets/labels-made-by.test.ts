import fc from 'fast-check'
import { expect, it } from 'vitest'
import { labelsMadeBy } from '../../../../src/core/datasets/labels-made-by.ts'
import { labelOrigins, segmentationFaults } from '../../../../src/core/segment.ts'
import { anyAnnotatedText } from '../any-annotation.ts'

it('keeps every segment, and exactly the labels that came to be as asked', () => {
  fc.assert(
    fc.property(anyAnnotatedText, fc.subarray([...labelOrigins]), ({ text, annotation }, origins) => {
      const { segments } = labelsMadeBy(annotation, origins)
      expect(segmentationFaults(text, segments)).toEqual([])
      for (const [index, before] of annotation.segments.entries()) {
        const kept = before.by !== null && origins.includes(before.by)
        expect(segments[index]?.label).toBe(kept ? before.label : null)
      }
    }),
  )
})
