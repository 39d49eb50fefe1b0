import type { Segment } from './segment.ts'

/** How far an annotator has come with a document. */
export const statuses = ['new', 'in-progress', 'done'] as const

export type Status = (typeof statuses)[number]

/** One annotator's segments, labels and status for one document. Offsets in UTF-16 code units. */
export interface Annotation {
  readonly segments: readonly Segment[]
  readonly status: Status
}

/** How many segments have each label; those without one count under `null`. */
export function countLabels(segments: readonly Segment[]): Map<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const { label } of segments) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}
