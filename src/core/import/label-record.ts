import { z } from 'zod'
import { statuses } from '../annotation.ts'
import { offsetUnits, toUtf16 } from '../offsets.ts'
import { bareMark, labelOrigins, type Mark, type Segment, unlabelled } from '../segment.ts'
import { type SegmentationRule, segmentBy } from '../segmentation/rules.ts'
import { trimmed } from '../segmentation/trimmed.ts'
import { WinnowError } from '../winnow-error.ts'

/**
 * One line of a JSONL file with labels to take in: what Winnow's own export writes, of which only `id` and `segments`
 * have to be there. What is not named here does not matter.
 */
export const labelRecordSchema = z.object({
  id: z.string().min(1).max(8192),
  text: z.string().optional(),
  /** In what `start` and `end` count. */
  offsets: z.enum(offsetUnits).default('codepoint'),
  /** SHA-256 of the dump's bytes, in hexadecimal. */
  sha256: z.string().optional(),
  status: z.enum(statuses).optional(),
  segments: z.array(
    z.object({
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
      text: z.string().optional(),
      label: z.string().min(1).max(64).nullable(),
      by: z.enum(labelOrigins).nullable().optional(),
      from: z.string().min(1).max(8192).optional(),
    }),
  ),
})

export type LabelRecord = z.infer<typeof labelRecordSchema>
type RecordSegment = LabelRecord['segments'][number]

/** The error that tells why a record is not taken in, as a sentence. */
export const refused = (reason: string): WinnowError => new WinnowError('record-refused', reason)

/**
 * The segments of the document with this text as the record has them, trimmed, in UTF-16 code units. Words that the
 * record leaves out become unlabelled segments by `rule`.
 * @throws WinnowError where the record's segments overlap or do not fit the text
 */
export function recordSegments(text: string, record: LabelRecord, rule: SegmentationRule): Segment[] {
  const sorted = [...record.segments].sort((a, b) => a.start - b.start || a.end - b.end)
  sorted.forEach((segment, index) => {
    if (segment.end < segment.start) throw refused(`Its segment at ${segment.start} ends before it starts.`)
    if (segment.start < (sorted[index - 1]?.end ?? 0))
      throw refused(`Its segment at ${segment.start} overlaps the one before it.`)
  })
  const segments: Segment[] = []
  let at = 0
  const fill = (until: number): void => {
    for (const { start, end } of segmentBy(rule, text.slice(at, until)))
      segments.push({ start: at + start, end: at + end, ...unlabelled })
  }
  for (const { start, end, segment } of located(text, sorted, record.offsets)) {
    fill(start)
    const run = trimmed(text, start, end)
    if (run) segments.push({ ...run, ...markOf(segment) })
    at = end
  }
  fill(text.length)
  return segments
}

interface Located {
  readonly start: number
  readonly end: number
  readonly segment: RecordSegment
}

function located(text: string, sorted: readonly RecordSegment[], unit: LabelRecord['offsets']): Located[] {
  const found = locatedIn(text, sorted, unit)
  if (found) return found
  const fitting = offsetUnits.find((other) => other !== unit && locatedIn(text, sorted, other) !== null)
  throw refused(
    fitting === undefined
      ? `Its offsets do not fit the text: counted as ${unit}, they do not slice the text of the segments.`
      : `Its offsets do not fit the text as ${unit}, but they do as ${fitting}. Correct its “offsets”.`,
  )
}

/** Null if the offsets, counted in `unit`, are not in the text or do not slice what the segments say. */
function locatedIn(
  text: string,
  sorted: readonly RecordSegment[],
  unit: LabelRecord['offsets'],
): Located[] | null {
  try {
    const bounds = toUtf16(
      text,
      sorted.flatMap(({ start, end }) => [start, end]),
      unit,
    )
    const found = sorted.map((segment, index) => ({
      start: bounds[2 * index] ?? 0,
      end: bounds[2 * index + 1] ?? 0,
      segment,
    }))
    const fits = ({ start, end, segment }: Located): boolean =>
      segment.text === undefined || segment.text === text.slice(start, end)
    return found.every(fits) ? found : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** A label of which the record does not say how it came to be is taken as made by a person. */
function markOf({ label, by, from }: RecordSegment): Mark {
  if (label === null) return unlabelled
  const origin = by ?? 'human'
  return bareMark({ label, by: origin, from: origin === 'propagated' ? from : undefined })
}
