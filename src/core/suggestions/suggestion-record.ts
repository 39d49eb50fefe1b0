import { fromUtf16 } from '../offsets.ts'
import type { Segment } from '../segment.ts'
import type { Suggestion } from './suggestion.ts'

/** One line of what `winnow suggest` writes: a document and what the model thinks each of its segments is. */
export interface SuggestionRecord {
  readonly document: string
  /** In what `start` and `end` count: Unicode code points of the dump's text. */
  readonly offsets: 'codepoint'
  readonly segments: readonly {
    readonly start: number
    readonly end: number
    /** Null where the label set has no label that fits. */
    readonly label: string | null
    /** From 0 to 1; 1 where the annotator has labelled the segment already. */
    readonly confidence: number
  }[]
}

/** The record of one document. A label that the annotator has given stands before what the model thinks. */
export function suggestionRecord(
  document: string,
  text: string,
  segments: readonly Segment[],
  suggestions: readonly (Suggestion | null)[],
): SuggestionRecord {
  const offsets = fromUtf16(
    text,
    segments.flatMap(({ start, end }) => [start, end]),
    'codepoint',
  )
  return {
    document,
    offsets: 'codepoint',
    segments: segments.map(({ label }, index) => {
      const start = offsets[2 * index] ?? 0
      const end = offsets[2 * index + 1] ?? 0
      if (label !== null) return { start, end, label, confidence: 1 }
      const suggestion = suggestions[index]
      // Four places are more than a confidence means.
      const confidence = Math.round(10_000 * (suggestion?.confidence ?? 0)) / 10_000
      return { start, end, label: suggestion?.label ?? null, confidence }
    }),
  }
}
