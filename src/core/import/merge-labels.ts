import { bareMark, type Segment } from '../segment.ts'

/** What the labels of a document are after others were taken in. */
export interface MergedLabels {
  readonly segments: readonly Segment[]
  /** Labelled segments that are cut or labelled otherwise in what is taken in. */
  readonly conflicts: readonly Segment[]
}

/**
 * The segments `incoming`, with the labels of `present`, another segmentation of the same text, where they have none;
 * what is to review there stays so.
 * A label of `present` is a conflict where `incoming` has no such segment or gives it another label.
 */
export function mergeLabels(present: readonly Segment[], incoming: readonly Segment[]): MergedLabels {
  const marked = new Map(
    present
      .filter(({ label, toReview }) => label !== null || toReview)
      .map((segment) => [segment.start, segment]),
  )
  const conflicts = new Set(present.filter(({ label }) => label !== null))
  const segments = incoming.map((segment) => {
    const before = marked.get(segment.start)
    const agrees = segment.label === null || segment.label === before?.label
    if (before?.end !== segment.end || !agrees) return segment
    conflicts.delete(before)
    return { start: segment.start, end: segment.end, ...bareMark(before) }
  })
  return { segments, conflicts: [...conflicts] }
}
