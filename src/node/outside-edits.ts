import type { Annotation } from '../core/annotation.ts'
import { type Edit, type LabelRun, noteEdits, statusEdits } from '../core/edit.ts'
import { sameMark } from '../core/segment.ts'

/**
 * The edits that lead from `before` to `after`, which another process saved; null if the segments themselves
 * differ, so that no edit does.
 */
export function outsideEdits(before: Annotation, after: Annotation): Edit[] | null {
  if (before.segments.length !== after.segments.length) return null
  const runs: LabelRun[] = []
  for (const [at, was] of before.segments.entries()) {
    const is = after.segments[at]
    if (!is || is.start !== was.start || is.end !== was.end) return null
    if (sameMark(was, is)) continue
    const last = runs.at(-1)
    if (last && last.at + last.count === at && sameMark(last.before, was) && sameMark(last.after, is))
      last.count++
    else
      runs.push({
        at,
        count: 1,
        before: { label: was.label, by: was.by },
        after: { label: is.label, by: is.by },
      })
  }
  const others = [...statusEdits(before, after.status), ...noteEdits(before, after.note)]
  return runs.length > 0 ? [{ kind: 'label', runs }, ...others] : others
}
