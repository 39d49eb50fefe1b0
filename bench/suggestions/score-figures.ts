import type { Score } from './score.ts'

/** A row of a table: each figure of the score over all pages, and its range over folds. */
export function scoreFigures(all: Score, folds: readonly Score[]): Record<string, string | number> {
  const within = (show: (one: Score) => string, of: (one: Score) => number): string => {
    const sorted = folds.filter(({ documents }) => documents > 0).toSorted((a, b) => of(a) - of(b))
    const [least] = sorted
    const most = sorted.at(-1)
    return least && most ? `${show(all)} (${show(least)}–${show(most)})` : show(all)
  }
  return {
    pages: all.documents,
    'line F1': within(
      ({ lineF1 }) => lineF1.toFixed(3),
      ({ lineF1 }) => lineF1,
    ),
    'character F1': within(
      ({ characterF1 }) => characterF1.toFixed(3),
      ({ characterF1 }) => characterF1,
    ),
    'wrong runs': within(
      ({ wrongRuns }) => wrongRuns.toFixed(2),
      ({ wrongRuns }) => wrongRuns,
    ),
    perfect: within(
      ({ perfect }) => `${Math.round(100 * perfect)}%`,
      ({ perfect }) => perfect,
    ),
  }
}
