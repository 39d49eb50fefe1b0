import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RowHeights } from '../../../src/renderer/workspace/row-heights.ts'

const height = fc.integer({ min: 1, max: 90 })
const rows = fc.array(height, { maxLength: 1200, size: 'max' })
const of = (heights: readonly number[]): RowHeights => RowHeights.of(heights.length, (n) => heights[n] ?? 0)

/** That the rows lie one below the other without a gap, and each is found from its first pixel to its last. */
function expectStacked(present: RowHeights, heights: readonly number[]): void {
  let top = 0
  heights.forEach((each, index) => {
    expect(present.startOf(index)).toBe(top)
    expect(present.heightOf(index)).toBe(each)
    expect(present.indexAt(top)).toBe(index)
    expect(present.indexAt(top + each - 0.5)).toBe(index)
    top += each
  })
  expect(present.total).toBe(top)
  expect(present.startOf(heights.length)).toBe(top)
  expect(present.indexAt(top + 100)).toBe(Math.max(0, heights.length - 1))
  expect(present.indexAt(-5)).toBe(0)
}

it('rows lie one below the other, also after some were measured', () => {
  fc.assert(
    fc.property(rows, fc.array(fc.tuple(fc.nat(), height), { maxLength: 20 }), (heights, measured) => {
      const present = of(heights)
      const after = heights.slice()
      for (const [nat, each] of heights.length > 0 ? measured : []) {
        const index = nat % heights.length
        expect(present.set(index, each)).toBe(each - (after[index] ?? 0))
        after[index] = each
      }
      expectStacked(present, after)
    }),
    { numRuns: 40 },
  )
})

it('rows above and below those that gave way to others keep their heights', () => {
  fc.assert(
    fc.property(rows, fc.nat(), fc.nat(), fc.array(height, { maxLength: 5 }), (heights, a, b, others) => {
      const front = a % (heights.length + 1)
      const back = b % (heights.length - front + 1)
      const wanted = [...heights.slice(0, front), ...others, ...heights.slice(heights.length - back)]
      const after = of(heights).spliced(front, back, wanted.length, (n) => wanted[n] ?? 0)
      expectStacked(after, wanted)
    }),
    { numRuns: 40 },
  )
})

it('rows are put in and taken out again and again', () => {
  const change = fc.record({ at: fc.nat(), out: fc.nat(3), others: fc.array(height, { maxLength: 3 }) })
  fc.assert(
    fc.property(rows, fc.array(change, { maxLength: 30 }), (heights, changes) => {
      let wanted = heights
      let present = of(heights)
      for (const { at, out, others } of changes) {
        const front = at % (wanted.length + 1)
        const back = Math.max(0, wanted.length - front - out)
        const now = wanted.toSpliced(front, out, ...others)
        present = present.spliced(front, back, now.length, (n) => now[n] ?? 0)
        wanted = now
      }
      expectStacked(present, wanted)
    }),
    { numRuns: 40 },
  )
})
