/** Keeps the first of what comes in another order than its own, and counts the rest. */
export interface FirstInOrder<T> {
  add(order: number, item: T): void
  readonly count: number
  first(): T[]
}

/** @param most how many are kept */
export function firstInOrder<T>(most: number): FirstInOrder<T> {
  let kept: { order: number; item: T }[] = []
  let count = 0
  const trim = (): void => {
    kept = kept.sort((a, b) => a.order - b.order).slice(0, most)
  }
  return {
    add: (order, item) => {
      count++
      kept.push({ order, item })
      if (kept.length > 2 * most) trim()
    },
    get count() {
      return count
    },
    first: () => {
      trim()
      return kept.map(({ item }) => item)
    },
  }
}
