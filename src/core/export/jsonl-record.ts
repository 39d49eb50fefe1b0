import type { Annotation, Status } from '../annotation.ts'
import { fromUtf16, type OffsetUnit, toUtf16 } from '../offsets.ts'
import { bareMark, type LabelOrigin } from '../segment.ts'

/** One line of a JSONL export: a document with its text and its labelled segments. */
export interface JsonlRecord {
  readonly id: string
  readonly text: string
  /** In what `start` and `end` count. */
  readonly offsets: OffsetUnit
  readonly annotator: string
  readonly status: Status
  readonly sha256: string
  readonly segments: readonly {
    readonly start: number
    readonly end: number
    readonly text: string
    readonly label: string | null
    readonly by: LabelOrigin | null
    /** Where a propagated label comes from: a document of the corpus, or `rule`. */
    readonly from?: string | undefined
  }[]
}

/**
 * The record of one document, with offsets counted in `unit`, each span verified: converted back it has to slice
 * the text beside it.
 * @throws RangeError naming the first span that does not
 */
export function jsonlRecord(
  id: string,
  text: string,
  annotation: Annotation,
  unit: OffsetUnit,
  facts: { readonly annotator: string; readonly sha256: string },
): JsonlRecord {
  const units = annotation.segments.flatMap(({ start, end }) => [start, end])
  const offsets = fromUtf16(text, units, unit)
  const back = toUtf16(text, offsets, unit)
  const wrong = back.findIndex((offset, index) => offset !== units[index])
  if (wrong !== -1)
    throw new RangeError(`segment ${(wrong >> 1) + 1} does not slice to its own text in ${unit} offsets`)
  return {
    id,
    text,
    offsets: unit,
    annotator: facts.annotator,
    status: annotation.status,
    sha256: facts.sha256,
    // What is to review is between Winnow and the annotator.
    segments: annotation.segments.map(({ toReview: _, ...segment }, index) => ({
      start: offsets[2 * index] ?? 0,
      end: offsets[2 * index + 1] ?? 0,
      text: text.slice(segment.start, segment.end),
      ...bareMark(segment),
    })),
  }
}
