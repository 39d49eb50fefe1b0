/** By what documents are sorted: the value of those that have one of their own, and that of all others. */
export interface SortValues {
  /** By index in the table; null: not known. */
  readonly own: ReadonlyMap<number, number | null>
  readonly others: number | null
}

/**
 * The indexes, which ascend, by their values; what is not known comes last in both directions, and equal ones stay in
 * their order. Only the documents with a value of their own are sorted, as the others are all alike.
 */
export function sortByValues(
  indexes: Iterable<number>,
  { own, others }: SortValues,
  reversed: boolean,
): Int32Array {
  const direction = reversed ? -1 : 1
  const before: { index: number; value: number }[] = []
  const alike: number[] = []
  const after: { index: number; value: number }[] = []
  const unknown: number[] = []
  for (const index of indexes) {
    const found = own.get(index)
    const value = found === undefined ? others : found
    if (value === others) alike.push(index)
    else if (value === null) unknown.push(index)
    else if (others === null || (value - others) * direction < 0) before.push({ index, value })
    else after.push({ index, value })
  }
  const byValue = (a: { index: number; value: number }, b: { index: number; value: number }): number =>
    (a.value - b.value) * direction || a.index - b.index
  const sorted = (some: typeof before): number[] => some.sort(byValue).map(({ index }) => index)
  return Int32Array.from([sorted(before), alike, sorted(after), unknown].flat())
}

/** How many documents there is room for in the keys of {@link sortBySize}. */
const mostIndexes = 2 ** 21

/** The indexes, which ascend, by size: the largest first, or the smallest if `reversed`. */
export function sortBySize(
  indexes: Iterable<number>,
  bytesOf: (index: number) => number,
  reversed: boolean,
): Int32Array {
  // Size and index in one number, as sorting numbers takes a tenth of the time of comparing by a function.
  const largest = 2 ** 32 - 1
  const keys = Float64Array.from(indexes, (index) => {
    const bytes = Math.min(bytesOf(index), largest)
    return (reversed ? bytes : largest - bytes) * mostIndexes + index
  }).sort()
  return Int32Array.from(keys, (key) => key % mostIndexes)
}
