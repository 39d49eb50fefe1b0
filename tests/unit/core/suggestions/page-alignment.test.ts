import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignPages } from '../../../../src/core/suggestions/page-alignment.ts'

const keys = fc.array(fc.constantFrom(...'abcdefghij'), { maxLength: 12 })

/** The most lines that can be laid side by side: single in both, in the same order. */
function mostShared(a: readonly string[], b: readonly string[]): number {
  const single = (all: readonly string[], key: string): boolean =>
    all.filter((other) => other === key).length === 1
  const left = a.filter((key) => single(a, key) && single(b, key))
  const right = b.filter((key) => left.includes(key))
  const longest = (i: number, j: number): number => {
    if (i === left.length || j === right.length) return 0
    if (left[i] === right[j]) return 1 + longest(i + 1, j + 1)
    return Math.max(longest(i + 1, j), longest(i, j + 1))
  }
  return longest(0, 0)
}

describe('pages side by side', () => {
  it('share as many lines as there can be in one order', () => {
    fc.assert(
      fc.property(keys, keys, (a, b) => {
        const slots = alignPages(a, b)
        expect(slots).toHaveLength(a.length)
        const shared = slots.flatMap((slot, line) => (slot.above === line ? [slot] : []))
        for (const { above, otherAbove } of shared) expect(a[above]).toBe(b[otherAbove])
        const others = shared.map(({ otherAbove }) => otherAbove)
        expect(others).toEqual([...new Set(others)].toSorted((m, n) => m - n))
        expect(shared).toHaveLength(mostShared(a, b))
      }),
    )
  })

  it('put every other line between the shared ones around it', () => {
    fc.assert(
      fc.property(keys, keys, (a, b) => {
        alignPages(a, b).forEach(({ above, below, otherAbove, otherBelow }, line) => {
          expect(above <= line && line < below).toBe(true)
          expect(otherAbove < otherBelow).toBe(true)
          expect(above === -1 || a[above] === b[otherAbove]).toBe(true)
          expect(below === a.length ? otherBelow === b.length : a[below] === b[otherBelow]).toBe(true)
        })
      }),
    )
  })
})
