import type { Annotation } from './annotation.ts'
import { applyEdits, type Edit, EditMismatch, inverseAll } from './edit.ts'
import { sameSegment } from './segment.ts'

/**
 * `annotation` after `edits`, which may have been sent before without anybody knowing what became of them: where they
 * have been applied already, all together, it stays as it is. One by one they need not fit any more, as where the same
 * segment was labelled twice.
 * @throws EditMismatch as {@link applyEdits} does
 */
export function applySent(annotation: Annotation, edits: readonly Edit[]): Annotation {
  try {
    return applyEdits(annotation, edits)
  } catch (error) {
    if (error instanceof EditMismatch && isOutcome(annotation, edits)) return annotation
    throw error
  }
}

/** Whether `annotation` is what `edits` lead to: what they take back, they make again. */
function isOutcome(annotation: Annotation, edits: readonly Edit[]): boolean {
  try {
    const again = applyEdits(applyEdits(annotation, inverseAll(edits)), edits)
    return (
      again.status === annotation.status &&
      again.note === annotation.note &&
      again.segments.length === annotation.segments.length &&
      again.segments.every((segment, at) => {
        const present = annotation.segments[at]
        return present !== undefined && sameSegment(segment, present)
      })
    )
  } catch (error) {
    if (error instanceof EditMismatch) return false
    throw error
  }
}
