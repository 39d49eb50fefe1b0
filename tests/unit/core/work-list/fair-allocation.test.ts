import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fairAllocation } from '../../../../src/core/work-list/fair-allocation.ts'

const anyMembers = fc.array(fc.nat(5000), { maxLength: 60 })
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

it('gives away all places, none twice, and at least one a stratum while there are enough', () => {
  fc.assert(
    fc.property(anyMembers, fc.nat(100_000), (members, size) => {
      const places = fairAllocation(members, size)
      expect(sum(places)).toBe(Math.min(size, sum(members)))
      for (const [index, count] of places.entries()) expect(count).toBeLessThanOrEqual(members[index] ?? 0)
      const strata = members.filter((count) => count > 0).length
      const served = places.filter((count) => count > 0).length
      expect(served).toBe(Math.min(strata, size))
    }),
  )
})

it('gives a larger stratum no less than a smaller one', () => {
  fc.assert(
    fc.property(anyMembers, fc.nat(100_000), (members, size) => {
      const places = fairAllocation(members, size)
      const bySize = members.map((count, index) => ({ count, got: places[index] ?? 0 }))
      bySize.sort((a, b) => b.count - a.count || b.got - a.got)
      for (const [index, { got }] of bySize.entries())
        expect(got).toBeGreaterThanOrEqual(bySize[index + 1]?.got ?? 0)
    }),
  )
})

it('is in proportion, by the largest remainder', () => {
  expect(fairAllocation([53, 24, 23], 10)).toEqual([5, 3, 2])
  expect(fairAllocation([100, 100, 100], 10)).toEqual([4, 3, 3])
  expect(fairAllocation([10_000, 3, 1], 10)).toEqual([8, 1, 1])
  expect(fairAllocation([5, 900, 20], 2)).toEqual([0, 1, 1])
  expect(fairAllocation([], 10)).toEqual([])
})
