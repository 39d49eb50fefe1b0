import type { Annotation } from '../annotation.ts'
import type { LabelSet } from '../label-set.ts'

/**
 * What a cleaner would leave of the document: the segments whose label the set keeps, one a line, with a line end
 * after the last. Segments without a label, or with one that the set does not know, are left out.
 */
export function cleanedText(text: string, annotation: Annotation, labelSet: LabelSet): string {
  const keep = new Set(labelSet.labels.filter((label) => label.keep).map((label) => label.name))
  return annotation.segments
    .filter((segment) => segment.label !== null && keep.has(segment.label))
    .map((segment) => `${text.slice(segment.start, segment.end)}\n`)
    .join('')
}
