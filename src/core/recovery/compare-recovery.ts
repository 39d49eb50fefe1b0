import type { Annotation, Status } from '../annotation.ts'
import { type Segment, segmentFrom } from '../segment.ts'
import { type Fitting, fittingEdits } from './fitting-edits.ts'
import type { RecoveryFile } from './recovery-file.ts'
import { touchedSegments } from './touched-segments.ts'

/** One text that a recovery file has otherwise than the disk. */
export interface RecoveredText {
  readonly start: number
  readonly text: string
  /** The labels that stand on it on the disk, in order and each once; null for none. Empty where that is unknown. */
  readonly present: readonly (string | null)[]
  /** Whether the disk has it as one segment, as the recovery file does. */
  readonly cutAlike: boolean
  readonly kept: string | null
  /** Whether recovering makes it what is kept; not where someone changed it meanwhile. */
  readonly fits: boolean
}

interface Changed<T> {
  readonly present: T
  readonly kept: T
  readonly fits: boolean
}

/** How the labels on the disk and those in a recovery file differ. */
export interface RecoveryComparison {
  readonly texts: readonly RecoveredText[]
  readonly status: Changed<Status> | null
  readonly note: Changed<string> | null
  readonly fitting: Fitting
}

/**
 * Compares what is on the disk with what `file` has. Where they do not differ, its edits have reached the disk, or someone
 * has done the same meanwhile.
 */
export function compareRecovery(text: string, present: Annotation, file: RecoveryFile): RecoveryComparison {
  const fitting = fittingEdits(present, file.edits)
  const { annotation } = fitting
  const kept =
    file.segments.length > 0
      ? file.segments
      : touchedSegments(annotation.segments, file.edits).map((segment) => ({
          ...segment,
          text: text.slice(segment.start, segment.end),
        }))
  const changed = <T>(before: T, wanted: T | undefined, after: T): Changed<T> | null =>
    wanted === undefined || wanted === before
      ? null
      : { present: before, kept: wanted, fits: after === wanted }
  return {
    texts: kept.flatMap((segment) => {
      const there = overlapping(present.segments, segment)
      if (there.length === 1 && there[0] && saysTheSame(there[0], segment)) return []
      const [first] = there
      return [
        {
          start: segment.start,
          text: segment.text,
          present: [...new Set(there.map(({ label }) => label))],
          cutAlike: there.length === 1 && first?.start === segment.start && first.end === segment.end,
          kept: segment.label,
          fits: overlapping(annotation.segments, segment).every((after) => saysTheSame(after, segment)),
        },
      ]
    }),
    status: changed(present.status, file.status, annotation.status),
    note: changed(present.note, file.note, annotation.note),
    fitting,
  }
}

/** Whether both give the same text the same label, however it came to be. */
const saysTheSame = (a: Segment, b: Segment): boolean =>
  a.start === b.start && a.end === b.end && a.label === b.label

function overlapping(
  segments: readonly Segment[],
  { start, end }: Pick<Segment, 'start' | 'end'>,
): Segment[] {
  const found: Segment[] = []
  for (let at = segmentFrom(segments, start); ; at++) {
    const segment = segments[at]
    if (!segment || segment.start >= end) return found
    found.push(segment)
  }
}
