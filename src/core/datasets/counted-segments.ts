import { fromUtf16, type OffsetUnit } from '../offsets.ts'
import { bareMark, type Mark } from '../segment.ts'
import type { DatasetDocument } from './dataset-document.ts'

/** A segment with its text and its offsets as a format counts them. */
export interface CountedSegment extends Mark {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * The segments of `document` with offsets in `unit`.
 * @throws RangeError if a segment begins or ends within what `unit` counts as one
 */
export function countedSegments(document: DatasetDocument, unit: OffsetUnit): CountedSegment[] {
  const { text, segments } = document
  const offsets = fromUtf16(
    text,
    segments.flatMap(({ start, end }) => [start, end]),
    unit,
  )
  return segments.map((segment, index) => ({
    start: offsets[2 * index] ?? 0,
    end: offsets[2 * index + 1] ?? 0,
    text: text.slice(segment.start, segment.end),
    ...bareMark(segment),
  }))
}

/** A segment that has a label. */
export type LabelledSegment = CountedSegment & { readonly label: string }

/**
 * Those of {@link countedSegments} that have a label, for formats that cannot say that there is none.
 * @throws RangeError as it does
 */
export function labelledSegments(document: DatasetDocument, unit: OffsetUnit): LabelledSegment[] {
  // Left out before they are counted: what is not written does not have to fit the unit.
  const segments = document.segments.filter(({ label }) => label !== null)
  return countedSegments({ ...document, segments }, unit).flatMap((segment) =>
    segment.label === null ? [] : [{ ...segment, label: segment.label }],
  )
}
