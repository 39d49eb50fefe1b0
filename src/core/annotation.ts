import type { Segment } from './segment.ts'

/** Why an annotator flagged a document instead of finishing it. */
export const flags = ['flagged-not-article', 'flagged-unsure', 'flagged-broken-text'] as const

/** How far an annotator has come with a document, in the order of the work. */
export const statuses = ['new', 'in-progress', 'done', 'skipped', ...flags] as const

export type Status = (typeof statuses)[number]
export type Flag = (typeof flags)[number]

/** The longest note on a document, in UTF-16 code units. */
export const longestNote = 10_000

/** One annotator's segments, labels, status and note for one document. Offsets in UTF-16 code units. */
export interface Annotation {
  readonly segments: readonly Segment[]
  readonly status: Status
  /** What the annotator wants to remember of the document; empty if nothing. */
  readonly note: string
}

export const isFlag = (status: Status): status is Flag => (flags as readonly Status[]).includes(status)

/** True while a document waits for its annotator: neither done nor put aside. */
export const isToDo = (status: Status): boolean => status === 'new' || status === 'in-progress'

/** How many segments have each label; those without one count under `null`. */
export function countLabels(segments: readonly Segment[]): Map<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const { label } of segments) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}
