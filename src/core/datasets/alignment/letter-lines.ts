/** A sequence of letters by their numbers, and where its lines begin: ascending, the first at 0. */
export interface LetterLines {
  readonly numbers: Int32Array
  readonly lineStarts: Int32Array
}

/** What is not matched yet: `[a0, a1)` of the dump and `[b0, b1)` of the gold text. */
export interface Gap {
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
}

/** Where the line begins that the letter at `at` is in. */
export const lineStartUpTo = ({ lineStarts }: LetterLines, at: number): number =>
  lineStarts[firstAfter(lineStarts, at) - 1] ?? 0

/** Where the first line begins that begins at `at` or after it; the number of letters where there is none. */
export function lineStartFrom({ lineStarts, numbers }: LetterLines, at: number): number {
  return lineStarts[firstAfter(lineStarts, at - 1)] ?? numbers.length
}

/** Index of the first element of `sorted` that is greater than `value`. */
export function firstAfter(sorted: Int32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}
