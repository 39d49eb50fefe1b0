import { bareMark, type Mark, type Segment, segmentFrom, unlabelled } from '../segment.ts'
import { type SegmentationRule, segmentBy } from '../segmentation/rules.ts'
import { trimmed } from '../segmentation/trimmed.ts'
import type { PlacedLabel, PlacedLabels } from './placed-label.ts'

/**
 * A segmentation of `text` with the labels of a file. Where those have offsets, it is cut as the file cuts it; between,
 * and everywhere where they have none, as `present` cuts it, or by `rule` where that does not fit.
 * @param rest the label of what the file gives none
 */
export function cutByLabels(
  text: string,
  { labels, aligned }: PlacedLabels,
  present: readonly Segment[],
  rule: SegmentationRule,
  rest?: string,
): Segment[] {
  const restMark: Mark = rest === undefined ? unlabelled : { label: rest, by: 'human' }
  const cuts = aligned === null ? labels : labelledCuts(text, labels, present)
  const segments: Segment[] = []
  let at = 0
  const fill = (until: number): void => {
    for (const { start, end } of cutBetween(text, at, until, present, rule))
      segments.push({ start, end, ...restMark })
  }
  for (const placed of cuts) {
    fill(placed.start)
    const mark = placed.label === null ? restMark : markOf(placed)
    segments.push({ start: placed.start, end: placed.end, ...mark })
    at = placed.end
  }
  fill(text.length)
  return segments
}

/** The segments of `present` with their labels; those that are labelled in parts otherwise are cut there. */
function labelledCuts(
  text: string,
  labels: readonly PlacedLabel[],
  present: readonly Segment[],
): PlacedLabel[] {
  const cuts: PlacedLabel[] = []
  let from = 0
  for (const { start, end } of present) {
    while ((labels[from]?.end ?? text.length) <= start && from < labels.length) from++
    const parts: PlacedLabel[] = []
    for (let index = from; index < labels.length; index++) {
      const label = labels[index]
      if (!label || label.start >= end) break
      const run = trimmed(text, Math.max(start, label.start), Math.min(end, label.end))
      if (run) parts.push({ ...label, ...run })
    }
    const [first] = parts
    if (!first) continue
    if (parts.some(({ label }) => label !== first.label)) cuts.push(...parts)
    else {
      const covered = parts.reduce((sum, part) => sum + part.end - part.start, 0)
      if (2 * covered >= end - start) cuts.push({ ...first, start, end })
    }
  }
  return cuts
}

function cutBetween(
  text: string,
  from: number,
  to: number,
  present: readonly Segment[],
  rule: SegmentationRule,
): { readonly start: number; readonly end: number }[] {
  const run = trimmed(text, from, to)
  if (!run) return []
  const first = segmentFrom(present, run.start)
  const last = segmentFrom(present, run.end - 1)
  const fits = present[first]?.start === run.start && present[last]?.end === run.end
  if (fits) return present.slice(first, last + 1)
  return segmentBy(rule, text.slice(from, to)).map(({ start, end }) => ({
    start: from + start,
    end: from + end,
  }))
}

/** A label of which the file does not say how it came to be is taken as made by a person. */
function markOf({ label, by, from }: PlacedLabel): Mark {
  const origin = by ?? 'human'
  return bareMark({ label, by: origin, from: origin === 'propagated' ? from : undefined })
}
