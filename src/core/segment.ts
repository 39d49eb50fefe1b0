import { say } from './sentences/say.ts'
import { isWhiteSpace } from './white-space.ts'

/**
 * How a label came to be. `human`: an annotator said so of this very segment; `accepted`: Winnow suggested it and the
 * annotator took it; `propagated`: the annotator labelled a repeat of the same line, or made a rule for it.
 */
export const labelOrigins = ['human', 'accepted', 'propagated'] as const

export type LabelOrigin = (typeof labelOrigins)[number]

/** What a segment is said to be: a label of the label set and how it came to be; nothing until someone says. */
export interface Mark {
  readonly label: string | null
  readonly by: LabelOrigin | null
  /** Where a propagated label comes from, if known: the document that was labelled, or {@link fromRule}. */
  readonly from?: string | undefined
  /** Set where the dump changed under the labels and the annotator has not looked at what became of this text. */
  readonly toReview?: true | undefined
}

/** A run `[start, end)` of a document's text, in UTF-16 code units, trimmed. */
export interface Segment extends Mark {
  readonly start: number
  readonly end: number
}

/** Stands in {@link Mark.from} where a rule of the corpus gave the label; no document has this name. */
export const fromRule = 'rule'

/** The mark of a segment that nobody has labelled. */
export const unlabelled: Mark = { label: null, by: null }

/** What `marked`, a segment or a run, says of its text, and nothing else. */
export function bareMark({ label, by, from, toReview }: Mark): Mark {
  const mark: Mark = from === undefined ? { label, by } : { label, by, from }
  return toReview ? { ...mark, toReview } : mark
}

/** True if both say the same of a segment. */
export const sameMark = (a: Mark, b: Mark): boolean =>
  a.label === b.label && a.by === b.by && a.from === b.from && a.toReview === b.toReview

/** True if both cover the same run and say the same of it. */
export const sameSegment = (a: Segment, b: Segment): boolean =>
  a.start === b.start && a.end === b.end && sameMark(a, b)

/**
 * Index of the first segment that ends after `offset` (in UTF-16 code units): the one that `offset` is in, or the next
 * one after it; `segments.length` where there is none.
 */
export function segmentFrom(segments: readonly Pick<Segment, 'end'>[], offset: number): number {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((segments[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * What is wrong with `segments` as a segmentation of `text`, as sentences; empty if nothing is.
 * They must be sorted, not overlap, be trimmed, and leave only white space between them.
 */
export function segmentationFaults(text: string, segments: readonly Segment[]): string[] {
  const faults: string[] = []
  let at = 0
  segments.forEach((segment, index) => {
    const number = index + 1
    if (segment.start < at) faults.push(say`segment ${number} starts before the end of the one before it`)
    if (segment.end <= segment.start) faults.push(say`segment ${number} is empty`)
    if (segment.end > text.length) faults.push(say`segment ${number} ends beyond the text`)
    if (!isWhiteSpace(text, at, segment.start))
      faults.push(say`text before segment ${number} belongs to no segment`)
    if (
      isWhiteSpace(text, segment.start, segment.start + 1) ||
      isWhiteSpace(text, segment.end - 1, segment.end)
    )
      faults.push(say`segment ${number} is not trimmed`)
    if ((segment.label === null) !== (segment.by === null))
      faults.push(say`segment ${number} does not say how its label came to be`)
    if (segment.from !== undefined && segment.by !== 'propagated')
      faults.push(say`segment ${number} says where its label comes from, but not that it was propagated`)
    at = Math.max(at, segment.end)
  })
  if (!isWhiteSpace(text, at, text.length))
    faults.push(say`text after the last segment belongs to no segment`)
  return faults
}
