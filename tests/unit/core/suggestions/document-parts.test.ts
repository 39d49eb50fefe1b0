import fc from 'fast-check'
import { expect, it } from 'vitest'
import { documentParts, mostOfPart, partsFrom } from '../../../../src/core/suggestions/document-parts.ts'

it('parts hold every segment once, with neighbours, and begin with the one that has the current segment', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), fc.nat(), (total, nat) => {
      const current = total === 0 ? 0 : nat % total
      const parts = partsFrom(total, current)
      const asked = new Uint8Array(total)
      for (const { from, first, end, to } of parts) {
        expect(from <= first && first < end && end <= to && to <= total).toBe(true)
        expect(to - from).toBeLessThanOrEqual(mostOfPart)
        for (let index = first; index < end; index++) asked[index] = (asked[index] ?? 0) + 1
      }
      expect(asked.every((times) => times === 1)).toBe(true)
      const [seen] = parts
      if (seen) expect(seen.first <= current && current < seen.end).toBe(true)
      expect(parts.toSorted((a, b) => a.first - b.first)).toEqual(documentParts(total))
    }),
  )
})
