import type { LineRepeats } from './line-repeats.ts'
import type { OpenWork } from './open-work.ts'

/**
 * How much of the document's text stands in lines that other documents have too, from 0 to 1, white space between
 * segments left out; null where that is not known.
 */
export function repetitionShare(repeats: LineRepeats | null, work: OpenWork): number | null {
  if (!repeats?.ready || repeats.document !== work.document) return null
  let all = 0
  let repeated = 0
  for (const { start, end } of work.annotation.segments) {
    all += end - start
    if (repeats.lines.get(start)?.end === end) repeated += end - start
  }
  return all === 0 ? null : repeated / all
}
