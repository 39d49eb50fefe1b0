import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnCell } from '../../../../src/core/columns/column-cell.ts'
import { ColumnValues } from '../../../../src/core/columns/column-values.ts'

const cell = fc.oneof(
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ minLength: 1, unit: 'grapheme' }),
)

test('each record has what was read of it, however the rows come', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 9 }), (parts) => {
      const values = new ColumnValues()
      const plain = parts.flat()
      let from = 0
      for (const cells of parts) {
        values.add({ file: 'a', version: '1', from, cells })
        values.add({ file: 'a', version: '1', from: from + cells.length + 1, cells })
        from += cells.length
      }
      const read = plain.map((_, row) => values.at({ id: 'a', version: '1' }, row))
      expect(read).toEqual(plain)
      expect(values.size).toBe(plain.length)
      expect(values.at({ id: 'a', version: '1' }, plain.length)).toBeNull()
      expect(values.at({ id: 'a', version: '2' }, 0)).toBeNull()
    }),
  )
})

test('what is not read yet, or of a dump that changed since, is counted', () => {
  const values = new ColumnValues()
  const file = (id: string, version: string, documents: number) => ({ id, version, documents })
  values.add({ file: 'a', version: '1', from: 0, cells: ['x', 'y'] })
  values.add({ file: 'b', version: '1', from: 0, cells: ['x'] })
  expect(values.missing([file('a', '1', 3), file('b', '2', 5)])).toBe(6)
  values.add({ file: 'b', version: '2', from: 0, cells: ['z', 'z'] })
  expect(values.size).toBe(4)
  expect(values.at({ id: 'b', version: '2' }, 1)).toBe('z')
})

test('of too many different texts the later ones are left out and counted', () => {
  const values = new ColumnValues(2)
  values.add({ file: 'a', version: '', from: 0, cells: ['x', 'y', 'z', 'x', 7] })
  expect([0, 1, 2, 3, 4].map((row) => values.at({ id: 'a', version: '' }, row))).toEqual([
    'x',
    'y',
    null,
    'x',
    7,
  ])
  expect(values.dropped).toBe(1)
})

test.each([
  ['0.80', 0.8],
  ['-12', -12],
  ['1e3', 1000],
  ['007', '007'],
  ['12345678901234567890', '12345678901234567890'],
  [' two words ', 'two words'],
  ['  ', null],
  [true, 'true'],
  [Number.NaN, null],
  [`${'a'.repeat(99)}😀`, 'a'.repeat(99)],
])('of %j a list keeps %j', (value, kept) => {
  expect(columnCell(value)).toBe(kept)
})
