import type { Annotation } from '../annotation.ts'
import { type LabelOrigin, unlabelled } from '../segment.ts'

/** The annotation without the labels that came to be in another way than one of `origins`. */
export function labelsMadeBy(annotation: Annotation, origins: readonly LabelOrigin[]): Annotation {
  const wanted = new Set(origins)
  return {
    ...annotation,
    segments: annotation.segments.map((segment) =>
      segment.by === null || wanted.has(segment.by)
        ? segment
        : { start: segment.start, end: segment.end, ...unlabelled },
    ),
  }
}
