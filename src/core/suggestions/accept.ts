import type { Annotation } from '../annotation.ts'
import { type Edit, markEdits } from '../edit.ts'
import type { Mark } from '../segment.ts'
import type { Suggestion } from './suggestion.ts'

/** What is suggested for segment `index` of a document; null where nothing is, or where it has a label. */
export type SuggestionAt = (index: number) => Suggestion | null

/**
 * The indices of segment `index` and its neighbours on both sides that have the same label suggested, ascending.
 * Empty where nothing is suggested for it.
 */
export function suggestedRun(at: SuggestionAt, index: number): number[] {
  const label = at(index)?.label
  if (label === undefined) return []
  let from = index
  while (at(from - 1)?.label === label) from--
  let to = index
  while (at(to + 1)?.label === label) to++
  return Array.from({ length: to - from + 1 }, (_, n) => from + n)
}

/** Whether a suggestion is among those that are accepted together, from the confidence `threshold` (0 to 1) on. */
export const reaches = (suggestion: Suggestion, threshold: number): boolean =>
  suggestion.confidence >= threshold

/** The indices of the segments of a document of `segments` segments whose suggestion reaches `threshold`, ascending. */
export function sureIndices(segments: number, at: SuggestionAt, threshold: number): number[] {
  const indices: number[] = []
  for (let index = 0; index < segments; index++) {
    const suggestion = at(index)
    if (suggestion && reaches(suggestion, threshold)) indices.push(index)
  }
  return indices
}

/**
 * The edits that give the segments at `indices` (ascending) what is suggested for each, as accepted by the annotator.
 * Those for which nothing is suggested stay as they are. Empty if nothing changes.
 */
export function acceptEdits(annotation: Annotation, indices: Iterable<number>, at: SuggestionAt): Edit[] {
  const marks: [number, Mark][] = []
  for (const index of indices) {
    const suggestion = at(index)
    if (suggestion) marks.push([index, { label: suggestion.label, by: 'accepted' }])
  }
  return markEdits(annotation, marks)
}
