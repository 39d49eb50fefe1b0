/**
 * How many elements two lists have in common at their beginning (`front`) and, of what is left, at their end (`back`).
 * By default elements are the same that are the same object, which costs next to nothing for lists of 100,000.
 */
export function commonEnds<T>(
  one: readonly T[],
  other: readonly T[],
  same: (a: T, b: T) => boolean = Object.is,
): { front: number; back: number } {
  // The same object is the same in any case, and told so without a call for each of 100,000.
  const alike = (a: T | undefined, b: T | undefined): boolean =>
    a === b || (a !== undefined && b !== undefined && same(a, b))
  const shorter = Math.min(one.length, other.length)
  let front = 0
  while (front < shorter && alike(one[front], other[front])) front++
  let back = 0
  while (back < shorter - front && alike(one[one.length - 1 - back], other[other.length - 1 - back])) back++
  return { front, back }
}
