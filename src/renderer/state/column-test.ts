import type { ColumnCell } from '../../core/columns/column-cell.ts'
import { rememberedTest } from './remembered-test.ts'
import { searchKey } from './text-filter.ts'

/** What is typed to say which cells to show: how to compare, and with what. */
const comparison = /^\s*(>=|<=|>|<|=)?\s*(.*?)\s*$/s

/**
 * Tells whether a cell is what was typed: `> 0.8`, `<= 2024-05`, `= news`, `=` for those without a value; otherwise
 * whether it has the text in it, in whatever case and with or without diacritics. Numbers are compared as numbers, texts
 * as texts, so that dates from the year on are in their order.
 */
export function columnTest(typed: string): (cell: ColumnCell) => boolean {
  const [, operator, wanted = ''] = comparison.exec(typed) ?? []
  if (operator === undefined || operator === '=') return equalTest(wanted, operator === '=')
  const number = Number(wanted)
  const compare = comparisons[operator] ?? (() => false)
  return (cell) => {
    if (cell === null || wanted === '') return false
    if (typeof cell === 'number') return compare(cell - number)
    return compare(cell < wanted ? -1 : cell > wanted ? 1 : 0)
  }
}

const comparisons: Readonly<Record<string, (difference: number) => boolean>> = {
  '>': (difference) => difference > 0,
  '<': (difference) => difference < 0,
  '>=': (difference) => difference >= 0,
  '<=': (difference) => difference <= 0,
}

function equalTest(wanted: string, whole: boolean): (cell: ColumnCell) => boolean {
  const key = searchKey(wanted)
  if (key === '') return (cell) => !whole || cell === null
  const number = Number(wanted)
  const text = rememberedTest((cell) => (whole ? searchKey(cell) === key : searchKey(cell).includes(key)))
  return (cell) => {
    if (cell === null) return false
    if (typeof cell === 'number') return whole ? cell === number : String(cell).includes(key)
    return text(cell)
  }
}
