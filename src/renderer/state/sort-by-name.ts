import { naturalKey } from '../../core/natural-order.ts'
import { sortBySize } from './sort-documents.ts'

/**
 * The indexes, which ascend, by names that recur, in natural order; what has no name comes last in both directions, and
 * those of one name stay in their order.
 */
export function sortByName(
  indexes: readonly number[],
  nameAt: (index: number) => string,
  reversed: boolean,
): Int32Array {
  const places = new Map<string, number>()
  for (const index of indexes) places.set(nameAt(index), 0)
  const names = [...places.keys()].filter((name) => name !== '')
  const keys = new Map(names.map((name) => [name, naturalKey(name)]))
  const key = (name: string): string => keys.get(name) ?? ''
  const direction = reversed ? -1 : 1
  names.sort((a, b) => (key(a) < key(b) ? -direction : direction))
  for (const [place, name] of names.entries()) places.set(name, place)
  places.set('', names.length)
  // The place stands for a size, the first one being the smallest.
  return sortBySize(indexes, (index) => places.get(nameAt(index)) ?? 0, true)
}
