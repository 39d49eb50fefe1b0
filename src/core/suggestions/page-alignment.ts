/** Where a line of one page lies among the lines that it shares with another page of the same template. */
export interface Slot {
  /** Index of the last shared line at or above in each page; -1 at the top. */
  readonly above: number
  readonly otherAbove: number
  /** Index of the next shared line below in each page; the number of lines at the bottom. */
  readonly below: number
  readonly otherBelow: number
}

/**
 * Lays two pages side by side by the lines that stand once in each, in the same order on both (the longest such series,
 * as patience diff does).
 * @returns one slot a line of `keys`, shared by neighbours; a shared line is its own `above`
 */
export function alignPages(keys: readonly string[], otherKeys: readonly string[]): readonly Slot[] {
  const otherAt = singles(otherKeys)
  const pairs: { at: number; other: number }[] = []
  for (const [key, at] of singles(keys)) {
    const other = otherAt.get(key)
    if (other !== undefined) pairs.push({ at, other })
  }
  const anchors = longestRising(pairs)
  const slots: Slot[] = []
  for (let n = -1; n < anchors.length; n++) {
    const from = anchors[n] ?? { at: -1, other: -1 }
    const to = anchors[n + 1] ?? { at: keys.length, other: otherKeys.length }
    const slot = { above: from.at, otherAbove: from.other, below: to.at, otherBelow: to.other }
    for (let line = Math.max(0, from.at); line < to.at; line++) slots.push(slot)
  }
  return slots
}

/** Where each line stands that stands once, in order. */
function singles(keys: readonly string[]): Map<string, number> {
  const at = new Map<string, number>()
  const twice = new Set<string>()
  keys.forEach((key, index) => {
    if (at.has(key)) twice.add(key)
    else at.set(key, index)
  })
  for (const key of twice) at.delete(key)
  return at
}

/** The longest series of `pairs` (given with rising `at`) in which `other` rises too. */
function longestRising(pairs: readonly { at: number; other: number }[]): { at: number; other: number }[] {
  /** For each length, the index of the pair that ends the series of that length with the least `other`. */
  const ends: number[] = []
  const before: number[] = []
  pairs.forEach(({ other }, index) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.other ?? 0) < other) low = middle + 1
      else high = middle
    }
    before.push(low > 0 ? (ends[low - 1] ?? -1) : -1)
    ends[low] = index
  })
  const series: { at: number; other: number }[] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index]
    if (pair) series.push(pair)
  }
  return series.reverse()
}
