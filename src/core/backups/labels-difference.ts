import type { Annotation } from '../annotation.ts'
import { type LabelsDifference, mostCompared } from '../contract-backups.ts'
import { editsBetween } from '../edits-between.ts'
import type { Segment } from '../segment.ts'
import type { SegmentationRule } from '../segmentation/rules.ts'

interface State {
  readonly annotation: Annotation
  readonly rule: SegmentationRule
}

/** A run of a text that has another label now than it had. */
export interface RelabelledRun {
  readonly start: number
  readonly end: number
  readonly now: string | null
  readonly earlier: string | null
}

/** How much of a text a difference shows, in UTF-16 code units. */
const shownText = 300

/** How the labels of `text` are `now`, and how they were `earlier`. Offsets in UTF-16 code units. */
export function labelsDifference(text: string, now: State, earlier: State): LabelsDifference {
  const runs = relabelledRuns(now.annotation.segments, earlier.annotation.segments)
  return {
    runs: runs
      .slice(0, mostCompared)
      .map((run) => ({ ...run, text: text.slice(run.start, Math.min(run.end, run.start + shownText)) })),
    runsCount: runs.length,
    cut: countCut(now.annotation.segments, earlier.annotation.segments),
    now: factsOf(now.annotation),
    earlier: factsOf(earlier.annotation),
    same: editsBetween(now, earlier).length === 0,
  }
}

/**
 * The runs of a text that have another label in `now` than in `earlier`, two segmentations of it; each lies within one
 * segment of both.
 */
export function relabelledRuns(now: readonly Segment[], earlier: readonly Segment[]): RelabelledRun[] {
  const runs: RelabelledRun[] = []
  let [here, there] = [0, 0]
  for (let is = now[0], was = earlier[0]; is && was; is = now[here], was = earlier[there]) {
    const start = Math.max(is.start, was.start)
    const end = Math.min(is.end, was.end)
    if (start < end && is.label !== was.label) runs.push({ start, end, now: is.label, earlier: was.label })
    if (is.end <= was.end) here++
    if (was.end <= is.end) there++
  }
  return runs
}

/** How many segments of `earlier` are none of `now`. */
function countCut(now: readonly Segment[], earlier: readonly Segment[]): number {
  const ends = new Map(now.map(({ start, end }) => [start, end]))
  return earlier.filter(({ start, end }) => ends.get(start) !== end).length
}

const factsOf = ({ segments, status, note }: Annotation): LabelsDifference['now'] => ({
  status,
  labelled: segments.filter(({ label }) => label !== null).length,
  segments: segments.length,
  note,
})
