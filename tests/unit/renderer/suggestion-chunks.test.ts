import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mostSuggestions } from '../../../src/core/contract-suggestions.ts'
import { suggestionChunks } from '../../../src/renderer/state/suggestion-chunks.ts'

it('asks for every segment once, the current one first, and never for too many', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), fc.nat(), (total, nat) => {
      const current = total === 0 ? 0 : nat % total
      const chunks = suggestionChunks(total, current)
      const asked = new Uint8Array(total)
      for (const { first, count } of chunks) {
        expect(Number.isInteger(first)).toBe(true)
        expect(count).toBeLessThanOrEqual(mostSuggestions)
        for (let index = first; index < first + count; index++) asked[index] = (asked[index] ?? 0) + 1
      }
      expect(asked.every((times) => times === 1)).toBe(true)
      const [seen] = chunks
      if (total > 0) {
        expect(seen?.first).toBeLessThanOrEqual(current)
        expect((seen?.first ?? 0) + (seen?.count ?? 0)).toBeGreaterThan(current)
      }
    }),
  )
})
