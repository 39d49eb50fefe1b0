/** What labels some lines have, as shares, and which ones were to be expected of them. */
export interface LabelTally {
  /** How many lines have a label. */
  lines: number
  /** How many of them have each label. */
  readonly seen: number[]
  /** How many the prior expected to have each label. */
  readonly expected: number[]
}

export const newTally = (labels: number): LabelTally => ({
  lines: 0,
  seen: new Array<number>(labels).fill(0),
  expected: new Array<number>(labels).fill(0),
})

/** Counts a line that has `label`. `prior` is what was expected of it: the row of a line at `at`. */
export function countLine(tally: LabelTally, label: number, prior: Float64Array, at: number): void {
  tally.lines++
  tally.seen[label] = (tally.seen[label] ?? 0) + 1
  for (let n = 0; n < tally.expected.length; n++)
    tally.expected[n] = (tally.expected[n] ?? 0) + (prior[at + n] ?? 0)
}

/** The tally that stands under `key`, put there if need be. */
export function tallyAt<Key>(tallies: Map<Key, LabelTally>, key: Key, labels: number): LabelTally {
  const present = tallies.get(key)
  if (present) return present
  const made = newTally(labels)
  tallies.set(key, made)
  return made
}

/** Adds the shares of `tally` to `sum`: lines of one page count as `weight` together, however many they are. */
export function addShares(sum: LabelTally, tally: LabelTally | undefined, weight: number): void {
  if (!tally || tally.lines === 0) return
  const scale = weight / tally.lines
  sum.lines += weight
  for (let n = 0; n < sum.seen.length; n++) {
    sum.seen[n] = (sum.seen[n] ?? 0) + scale * (tally.seen[n] ?? 0)
    sum.expected[n] = (sum.expected[n] ?? 0) + scale * (tally.expected[n] ?? 0)
  }
}

export function clear(tally: LabelTally): void {
  tally.lines = 0
  tally.seen.fill(0)
  tally.expected.fill(0)
}
