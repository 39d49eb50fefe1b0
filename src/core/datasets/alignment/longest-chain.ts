/** A run that two sequences have in common: `length` elements from `a` on in the one, from `b` on in the other. */
export interface CommonRun {
  readonly a: number
  readonly b: number
  readonly length: number
}

/**
 * The most of `runs`, which ascend by `b`, that also ascend by `a`: a longest increasing subsequence, found by patience
 * sorting in O(n log n) (M. L. Fredman, "On computing the length of longest increasing subsequences", 1975).
 */
export function longestChain(runs: readonly CommonRun[]): CommonRun[] {
  /** The index of the run that ends the best chain of each length, and of the run before each. */
  const tails: number[] = []
  const before: number[] = []
  runs.forEach(({ a }, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((runs[tails[middle] ?? 0]?.a ?? 0) < a) low = middle + 1
      else high = middle
    }
    before.push(tails[low - 1] ?? -1)
    tails[low] = index
  })
  const chain: CommonRun[] = []
  for (let index = tails.at(-1) ?? -1; index !== -1; index = before[index] ?? -1) {
    const run = runs[index]
    if (run) chain.push(run)
  }
  return chain.reverse()
}
