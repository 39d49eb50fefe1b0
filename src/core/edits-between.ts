import type { Annotation } from './annotation.ts'
import { type Edit, type LabelRun, noteEdits, resegmentEdits, statusEdits } from './edit.ts'
import { bareMark, type Segment, sameMark } from './segment.ts'
import type { SegmentationRule } from './segmentation/rules.ts'

/** A state of a document: its annotation, and the rule by which it was last cut. */
interface State {
  readonly annotation: Annotation
  readonly rule: SegmentationRule
}

/**
 * The edits that lead from `before` to `after`, another state of the same document, as another process saved it or as it
 * was earlier: of labels where both are cut alike, so that labels given beside them meanwhile stay possible; else one
 * that puts the new segments in place of the old.
 */
export function editsBetween(before: State, after: State): Edit[] {
  const { status, note } = after.annotation
  const others = [...statusEdits(before.annotation, status), ...noteEdits(before.annotation, note)]
  const runs = labelRuns(before.annotation.segments, after.annotation.segments)
  if (runs) return runs.length > 0 ? [{ kind: 'label', runs }, ...others] : others
  const rule = before.rule === after.rule ? undefined : { before: before.rule, after: after.rule }
  // The status as it was saved says it; the one that a cut would set does not matter.
  const cut = resegmentEdits(before.annotation, after.annotation.segments, rule)
  return [...cut.filter((edit) => edit.kind === 'resegment'), ...others]
}

/** The runs of segments whose mark differs; null where the segments themselves do. */
function labelRuns(before: readonly Segment[], after: readonly Segment[]): LabelRun[] | null {
  if (before.length !== after.length) return null
  const runs: LabelRun[] = []
  let next = -1
  for (const [at, was] of before.entries()) {
    const is = after[at]
    if (!is || is.start !== was.start || is.end !== was.end) return null
    if (sameMark(was, is)) continue
    const last = runs.at(-1)
    if (last && next === at && sameMark(last.before, was) && sameMark(last.after, is)) {
      last.count++
      last.end = is.end
    } else
      runs.push({
        start: is.start,
        end: is.end,
        count: 1,
        before: bareMark(was),
        after: bareMark(is),
      })
    next = at + 1
  }
  return runs
}
