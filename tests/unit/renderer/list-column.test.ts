import { expect, it } from 'vitest'
import type { ColumnCell } from '../../../src/core/columns/column-cell.ts'
import { columnTest } from '../../../src/renderer/state/column-test.ts'
import { chooseListColumn } from '../../../src/renderer/state/list-column.ts'
import { sortByCell } from '../../../src/renderer/state/sort-by-cell.ts'
import { startedWindow, workOn } from './started-window.ts'

const cells: ColumnCell[] = ['Tin tức', 'news', null, 0.5, 12, '2024-05-01', '2023-12-31']

it.each([
  ['', cells],
  ['tin', ['Tin tức']],
  ['NEW', ['news']],
  ['= new', []],
  ['=news', ['news']],
  ['=', [null]],
  ['> 0.5', [12, 'Tin tức', 'news', '2024-05-01', '2023-12-31']],
  ['>= 2024', ['2024-05-01', 'Tin tức', 'news']],
  ['< 1', [0.5]],
  ['<=12', [0.5, 12]],
  ['= 12', [12]],
  ['>', []],
] as [string, ColumnCell[]][])('“%s” shows %j', (typed, shown) => {
  expect(new Set(cells.filter(columnTest(typed)))).toEqual(new Set(shown))
})

it('sorts numbers by size, then texts in natural order, and what has no value last both ways', () => {
  const column: ColumnCell[] = ['b 10', 3, null, -1, 'b 2', 3]
  const at = (index: number): ColumnCell => column[index] ?? null
  expect([...sortByCell([0, 1, 2, 3, 4, 5], at, false)]).toEqual([3, 1, 5, 4, 0, 2])
  expect([...sortByCell([0, 1, 2, 3, 4, 5], at, true)]).toEqual([0, 4, 1, 5, 3, 2])
})

it('has read the column once all cells are here, also those that come after the reply', async () => {
  const { controller, store, calls, tell } = startedWindow(workOn('a', 'text'))
  chooseListColumn(controller, { kind: 'repeated' })
  const [begun] = calls
  const job = begun?.request.job
  const cells = (from: number): void =>
    tell('column-cells', {
      corpus: 'c',
      job,
      done: 2,
      total: 2,
      rows: [{ file: 'a', version: '1', from, cells: [from] }],
    })
  cells(0)
  await begun?.answer({ unread: 0, cells: 2 })
  expect(store.getState().listColumn?.job).toBe(job)
  cells(1)
  expect(store.getState().listColumn).toMatchObject({ job: null, trouble: null })
  expect(store.getState().listColumn?.values.at({ id: 'a', version: '1' }, 1)).toBe(1)
})

it('takes the cells of its own job alone, and gives up a column when another one is chosen', async () => {
  const { controller, store, calls, tell, settled } = startedWindow(workOn('a', 'text'))
  const rows = [{ file: 'a', version: '1', from: 0, cells: ['x'] }]
  const first = { kind: 'record', path: 'first' } as const
  const second = { kind: 'repeated' } as const
  chooseListColumn(controller, first)
  const [begun] = calls
  tell('column-cells', { corpus: 'c', job: begun?.request.job, done: 1, total: 2, rows })
  expect(store.getState().listColumn).toMatchObject({ asked: first, done: 1, total: 2, revision: 1 })
  chooseListColumn(controller, second)
  expect(calls.map(({ name }) => name)).toEqual(['readColumn', 'cancelJob', 'readColumn'])
  tell('column-cells', { corpus: 'c', job: begun?.request.job, done: 2, total: 2, rows })
  await begun?.fail('cancelled', 'stopped')
  expect(store.getState().listColumn).toMatchObject({ asked: second, done: 0, trouble: null })
  expect(store.getState().listColumn?.values.size).toBe(0)
  await calls[2]?.fail('unexpected', 'It broke.')
  await settled()
  expect(store.getState().listColumn).toMatchObject({ job: null, trouble: 'It broke.' })
  store.setState({ listSort: { by: 'column', reversed: true } })
  chooseListColumn(controller, null)
  expect(store.getState()).toMatchObject({ listColumn: null, listSort: { by: 'name', reversed: false } })
})
