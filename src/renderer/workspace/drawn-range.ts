import type { Range } from '@tanstack/react-virtual'

/** In how many rows what is drawn moves on at a time. */
const step = 4

/**
 * The rows to draw for those in sight and `overscan` more on either side, from one multiple of four to another, so
 * that most scrolling by a row changes nothing that is drawn.
 */
export function drawnRange({ startIndex, endIndex, overscan, count }: Range): number[] {
  const from = Math.max(0, Math.floor((startIndex - overscan) / step) * step)
  const to = Math.min(count, Math.ceil((endIndex + 1 + overscan) / step) * step)
  return Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n)
}
