import type { ColumnCell } from '../../core/columns/column-cell.ts'
import { naturalKey } from '../../core/natural-order.ts'
import { sortBySize } from './sort-documents.ts'

/**
 * The indexes, which ascend, by their cells: numbers by size, then texts in natural order; what has no value comes last in
 * both directions, and those of the same stay in their order.
 */
export function sortByCell(
  indexes: readonly number[],
  cellAt: (index: number) => ColumnCell,
  reversed: boolean,
): Int32Array {
  const numbers = new Set<number>()
  const texts = new Set<string>()
  for (const index of indexes) {
    const cell = cellAt(index)
    if (typeof cell === 'number') numbers.add(cell)
    else if (cell !== null) texts.add(cell)
  }
  const keys = new Map([...texts].map((text) => [text, naturalKey(text)]))
  const key = (text: string): string => keys.get(text) ?? ''
  const order: ColumnCell[] = [
    ...Float64Array.from(numbers).sort(),
    ...[...texts].sort((a, b) => (key(a) < key(b) ? -1 : 1)),
  ]
  if (reversed) order.reverse()
  const places = new Map<ColumnCell, number>()
  for (const [place, cell] of order.entries()) places.set(cell, place)
  // The place stands for a size, the first one being the smallest.
  return sortBySize(indexes, (index) => places.get(cellAt(index)) ?? order.length, true)
}
