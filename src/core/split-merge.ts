import type { Annotation } from './annotation.ts'
import { type Edit, resegmentEdits } from './edit.ts'
import { bareMark, type Segment, unlabelled } from './segment.ts'
import { trimmed } from './segmentation/trimmed.ts'

/**
 * The edits that split segment `index` of `text` before `offset` (in UTF-16 code units). Both halves are trimmed and
 * keep the mark. Empty where a half would hold nothing but white space.
 */
export function splitEdits(text: string, annotation: Annotation, index: number, offset: number): Edit[] {
  const segment = annotation.segments[index]
  if (!segment || offset <= segment.start || offset >= segment.end) return []
  const first = trimmed(text, segment.start, offset)
  const second = trimmed(text, offset, segment.end)
  if (!first || !second) return []
  const mark = bareMark(segment)
  return spliced(annotation, index, index, [
    { ...first, ...mark },
    { ...second, ...mark },
  ])
}

/**
 * The edits that make one segment of those from index `from` up to and with `to`, with the mark of the first one that
 * is labelled, else of the first one to review. Empty where that is one already.
 */
export function mergeEdits(annotation: Annotation, from: number, to: number): Edit[] {
  const run = annotation.segments.slice(from, to + 1)
  const first = run[0]
  const last = run.at(-1)
  if (!first || !last || run.length < 2) return []
  const labelled = run.find((segment) => segment.label !== null)
  const mark = bareMark(labelled ?? run.find((segment) => segment.toReview) ?? unlabelled)
  return spliced(annotation, from, to, [{ start: first.start, end: last.end, ...mark }])
}

function spliced(annotation: Annotation, from: number, to: number, after: Segment[]): Edit[] {
  const run: Annotation = { ...annotation, segments: annotation.segments.slice(from, to + 1) }
  return resegmentEdits(run, after)
}
