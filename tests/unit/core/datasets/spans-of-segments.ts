import type { AlignedSpan } from '../../../../src/core/datasets/align-gold.ts'

/**
 * For each of `segments`, in order, the span of `spans` that covers most of it; null where spans cover less than half.
 * Both without overlap, in UTF-16 code units.
 */
export function spansOfSegments(
  segments: readonly { readonly start: number; readonly end: number }[],
  spans: readonly AlignedSpan[],
): (AlignedSpan | null)[] {
  let from = 0
  return segments.map(({ start, end }) => {
    while (from < spans.length && (spans[from]?.end ?? 0) <= start) from++
    let covered = 0
    let most = 0
    let best: AlignedSpan | null = null
    for (let index = from; index < spans.length; index++) {
      const span = spans[index]
      if (!span || span.start >= end) break
      const common = Math.min(end, span.end) - Math.max(start, span.start)
      covered += common
      if (common > most) {
        most = common
        best = span
      }
    }
    return 2 * covered >= end - start ? best : null
  })
}
