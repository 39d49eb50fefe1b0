import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnRange } from '../../../src/renderer/workspace/drawn-range.ts'

const range = fc
  .record({ count: fc.integer({ min: 1, max: 200 }), overscan: fc.nat(12), at: fc.nat(), seen: fc.nat(40) })
  .map(({ count, overscan, at, seen }) => {
    const startIndex = at % count
    return { count, overscan, startIndex, endIndex: Math.min(count - 1, startIndex + seen) }
  })

test('the rows drawn are neighbours, lie in the list, and hold those in sight with some around them', () => {
  fc.assert(
    fc.property(range, (given) => {
      const rows = drawnRange(given)
      const { startIndex, endIndex, overscan, count } = given
      rows.forEach((row, n) => {
        expect(row).toBe((rows[0] ?? 0) + n)
      })
      expect(rows[0]).toBeGreaterThanOrEqual(0)
      expect(rows[0]).toBeLessThanOrEqual(Math.max(0, startIndex - overscan))
      expect(rows.at(-1)).toBeLessThan(count)
      expect(rows.at(-1)).toBeGreaterThanOrEqual(Math.min(count - 1, endIndex + overscan))
    }),
  )
})

test('most scrolling by a row draws the same rows', () => {
  const drawn = (startIndex: number): string =>
    drawnRange({ startIndex, endIndex: startIndex + 20, overscan: 4, count: 1000 }).join()
  const changes = Array.from({ length: 80 }, (_, n) => drawn(100 + n) !== drawn(101 + n)).filter(Boolean)
  expect(changes.length).toBeLessThanOrEqual(40)
})
