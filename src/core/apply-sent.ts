import type { Annotation } from './annotation.ts'
import { applyEdits, type Edit, EditMismatch, inverseAll } from './edit.ts'
import { sameMark, sameSegment, segmentFrom } from './segment.ts'

/** How many places are tried at which `edits` may have been broken off, so that a true conflict is soon known. */
const mostTried = 50

/**
 * `annotation` after `edits`, which may have been sent before without anybody knowing what became of them, alone or with
 * later ones: any number of them from the first on may be in it already. One by one they need not fit any more, as where
 * the same segment was labelled twice.
 * @throws EditMismatch where it is not as it was before, between or after these edits
 */
export function applySent(annotation: Annotation, edits: readonly Edit[]): Annotation {
  try {
    return applyEdits(annotation, edits)
  } catch (mismatch) {
    if (!(mismatch instanceof EditMismatch)) throw mismatch
    let tried = 0
    for (let count = edits.length; count > 0 && tried < mostTried; count--) {
      const last = edits[count - 1]
      if (!last || !isDone(annotation, last)) continue
      tried++
      try {
        return applyEdits(applyEdits(annotation, inverseAll(edits.slice(0, count))), edits)
      } catch (error) {
        if (!(error instanceof EditMismatch)) throw error
      }
    }
    throw mismatch
  }
}

/** Whether the annotation is as `edit` wants it. */
function isDone({ segments, status, note }: Annotation, edit: Edit): boolean {
  if (edit.kind === 'status') return status === edit.after
  if (edit.kind === 'note') return note === edit.after
  if (edit.kind === 'resegment') {
    const at = segmentFrom(segments, edit.after[0]?.start ?? 0)
    return edit.after.every((wanted, n) => {
      const present = segments[at + n]
      return present !== undefined && sameSegment(present, wanted)
    })
  }
  return edit.runs.every(({ start, end, count, after }) => {
    const at = segmentFrom(segments, start)
    const run = segments.slice(at, at + count)
    return (
      run[0]?.start === start &&
      run.length === count &&
      run.at(-1)?.end === end &&
      run.every((segment) => sameMark(segment, after))
    )
  })
}
