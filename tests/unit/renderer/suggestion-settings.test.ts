import fc from 'fast-check'
import { expect, it } from 'vitest'
import { steppedThreshold, thresholds } from '../../../src/renderer/state/suggestion-settings.ts'

it('steps the threshold to the next multiple of five in a hundred, and never out of its bounds', () => {
  const hundredths = fc.integer({ min: 100 * thresholds.least, max: 100 * thresholds.most })
  fc.assert(
    fc.property(hundredths, (from) => {
      const up = Math.round(100 * steppedThreshold(from / 100, 1))
      const down = Math.round(100 * steppedThreshold(from / 100, -1))
      expect(up).toBe(Math.min(99, 5 * (Math.floor(from / 5) + 1)))
      expect(down).toBe(Math.max(50, 5 * (Math.ceil(from / 5) - 1)))
    }),
  )
})
