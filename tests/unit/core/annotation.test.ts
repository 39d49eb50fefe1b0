import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countLabels } from '../../../src/core/annotation.ts'
import { anyAnnotatedText } from './any-annotation.ts'

it('countLabels counts every segment once, under its label or null', () => {
  fc.assert(
    fc.property(anyAnnotatedText, ({ annotation: { segments } }) => {
      const counts = countLabels(segments)
      for (const [label, count] of counts)
        expect(count).toBe(segments.filter((segment) => segment.label === label).length)
      expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(segments.length)
    }),
  )
})
