import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnValue, flatColumns } from '../../../../src/core/columns/column-value.ts'

test('a value is found by its path, in names with dots too, and nothing that is inherited', () => {
  const record = JSON.parse('{"a":{"b":{"c":1}},"x.y":2,"m":{"u.v":{"w":3}},"a.b":{"c":4},"l":[5]}')
  expect(
    ['a.b', 'x.y', 'm.u.v.w', 'a.b.c', 'l.0', 'no', '', 'a.b.c.d'].map((path) => columnValue(record, path)),
  ).toEqual([{ c: 4 }, 2, 3, 1, undefined, undefined, undefined, undefined])
  expect(
    ['toString', '__proto__', 'constructor.name', 'a.hasOwnProperty'].map((path) =>
      columnValue({ a: {} }, path),
    ),
  ).toEqual(Array(4).fill(undefined))
  expect(columnValue(JSON.parse('{"__proto__":{"x":1}}'), '__proto__.x')).toBe(1)
  expect([null, 'text', [1], 7].map((value) => columnValue(value, '0'))).toEqual(Array(4).fill(undefined))
})

test('every column that is listed is found by its path where no two names make the same path', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (json) => {
      const columns = flatColumns(json)
      const paths = columns.map(([path]) => path)
      fc.pre(new Set(paths).size === paths.length)
      fc.pre(!JSON.stringify(json).includes('.'))
      for (const [path, value] of columns) expect(columnValue(json, path)).toBe(value)
    }),
  )
})

test('a column whose name is empty is listed and found like any other', () => {
  const record = { '': { ' ': 1, '': 2 }, a: { '': 3 } }
  const columns = flatColumns(record)
  expect(columns).toEqual([
    ['. ', 1],
    ['.', 2],
    ['a.', 3],
  ])
  expect(columns.map(([path]) => columnValue(record, path))).toEqual([1, 2, 3])
})

test('the depth and the number of columns are bounded', () => {
  let deep: unknown = 'text'
  for (let depth = 0; depth < 50_000; depth++) deep = { d: deep }
  expect(flatColumns(deep)).toEqual([])
  const wide = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`c${n}`, n]))
  expect(flatColumns(wide)).toHaveLength(500)
})
