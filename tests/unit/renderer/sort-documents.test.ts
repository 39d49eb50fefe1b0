import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortBySize, sortByValues } from '../../../src/renderer/state/sort-documents.ts'

const value = fc.option(fc.integer({ min: -3, max: 3 }))

test('documents are sorted as if each had its value, the unknown last, equal ones in their order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat({ max: 60 })),
      fc.dictionary(fc.nat({ max: 60 }).map(String), value),
      value,
      fc.boolean(),
      (given, own, others, reversed) => {
        const indexes = given.sort((a, b) => a - b)
        const values = new Map(Object.entries(own).map(([index, one]) => [Number(index), one]))
        const valueAt = (index: number): number | null =>
          values.has(index) ? (values.get(index) ?? null) : others
        const wanted = [...indexes].sort((a, b) => {
          const [x, y] = [valueAt(a), valueAt(b)]
          if (x === null || y === null) return Number(x === null) - Number(y === null) || a - b
          return (reversed ? y - x : x - y) || a - b
        })
        expect([...sortByValues(indexes, { own: values, others }, reversed)]).toEqual(wanted)
      },
    ),
  )
})

test('by size the largest come first, or last', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 40 })), fc.boolean(), (sizes, reversed) => {
      const indexes = sizes.map((_, index) => index)
      const cut = (size: number): number => Math.min(size, 2 ** 32 - 1)
      const sorted = sortBySize(indexes, (index) => sizes[index] ?? 0, reversed)
      const wanted = [...indexes].sort((a, b) => {
        const difference = cut(sizes[b] ?? 0) - cut(sizes[a] ?? 0)
        return (reversed ? -difference : difference) || a - b
      })
      expect([...sorted]).toEqual(wanted)
    }),
  )
})
