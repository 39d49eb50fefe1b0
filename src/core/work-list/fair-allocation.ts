/**
 * How many of `size` places each stratum gets, given how many members each has: at least one a stratum, the rest in
 * proportion, by the method of the largest remainder (Hamilton). Strata whose share is below one get one, and the others
 * share what is left. Where there are fewer places than strata, the largest get one each; ties go to the earlier.
 * Returns numbers that add up to the lesser of `size` and all members, none above its stratum's.
 */
export function fairAllocation(members: readonly number[], size: number): number[] {
  const places = members.map(() => 0)
  let open = members.flatMap((count, index) => (count > 0 ? [{ index, count }] : []))
  let free = Math.min(size, total(open))
  if (free < open.length) {
    for (const { index } of largestFirst(open, ({ count }) => count).slice(0, free)) places[index] = 1
    return places
  }
  for (;;) {
    const share = free / total(open)
    const small = open.filter(({ count }) => count * share < 1)
    if (small.length === 0) break
    for (const { index } of small) places[index] = 1
    free -= small.length
    open = open.filter(({ count }) => count * share >= 1)
  }
  // Whole numbers only, as a share of, say, 1/3 is none in floating point.
  const all = total(open)
  const quotas = open.map(({ index, count }) => {
    const whole = Math.floor((count * free) / all)
    return { index, whole, remainder: count * free - whole * all }
  })
  let left = free
  for (const { index, whole } of quotas) {
    places[index] = whole
    left -= whole
  }
  for (const { index, whole } of largestFirst(quotas, ({ remainder }) => remainder).slice(0, left))
    places[index] = whole + 1
  return places
}

const total = (strata: readonly { readonly count: number }[]): number =>
  strata.reduce((sum, { count }) => sum + count, 0)

const largestFirst = <T extends { readonly index: number }>(
  items: readonly T[],
  value: (item: T) => number,
): T[] => items.toSorted((a, b) => value(b) - value(a) || a.index - b.index)
