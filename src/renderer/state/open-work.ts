import { type Annotation, countLabels } from '../../core/annotation.ts'
import { commonEnds } from '../../core/common-ends.ts'
import type { OpenDocument } from '../../core/contract.ts'
import { type DisplayRow, displayRows } from '../../core/display-rows.ts'
import { applyEdits, type Edit } from '../../core/edit.ts'
import { bareMark, type Segment, segmentFrom } from '../../core/segment.ts'
import type { SegmentationRule } from '../../core/segmentation/rules.ts'

/** What is selected, and the segment that keys act on. */
export interface Place {
  /** Index of the current segment; 0 in a document without segments. */
  readonly current: number
  /** The other end of the selection; the same as `current` if one segment is selected. */
  readonly anchor: number
  /** Segments selected one by one, ascending; they are the selection unless there are none. */
  readonly picked: readonly number[]
}

/** One step that can be taken back, and where the annotator was when taking it. */
export interface Step extends Place {
  readonly edits: readonly Edit[]
  /** What was done in other documents along with it, by the service's name for it. */
  readonly propagation?: string
}

/** The document under the annotator's hands. */
export interface OpenWork extends Place {
  readonly document: string
  readonly text: string
  readonly encoding: OpenDocument['encoding']
  readonly bytes: number
  readonly annotation: Annotation
  /** The rule by which the document was last cut. */
  readonly rule: SegmentationRule
  /** Grows whenever segments are cut or joined, so that what depends on their bounds alone is not made anew for labels. */
  readonly cuts: number
  /** How many segments have each label; those without one under `null`. */
  readonly counts: ReadonlyMap<string | null, number>
  /** How many segments are to review, as the dump changed under their labels. */
  readonly toReview: number
  /** The rows of the raw pane. */
  readonly rows: readonly DisplayRow[]
  /** Where the current segment would be split: an offset in the text, in UTF-16 code units; null if nowhere. */
  readonly caret: number | null
  /** Whether the annotator was told that segments without a label remain; a second “done” then counts. */
  readonly askedDone: boolean
  /** The sentence that says why nothing may be changed, if nothing may. */
  readonly readOnly: string | null
  readonly undo: readonly Step[]
  readonly redo: readonly Step[]
}

/** The segments of a document as the service sent it. */
export function segmentsSent({ bounds, marks }: Pick<OpenDocument, 'bounds' | 'marks'>): Segment[] {
  const segments: Segment[] = []
  for (const { count, mark } of marks)
    for (let n = 0; n < count; n++) {
      const at = 2 * segments.length
      segments.push({ start: bounds[at] ?? 0, end: bounds[at + 1] ?? 0, ...bareMark(mark) })
    }
  return segments
}

/** The work on a document as the service sent it: at segment `place`, or at the first without a label if null. */
export function startWork(
  sent: OpenDocument,
  place: number | null,
  kept: Pick<OpenWork, 'undo' | 'redo'>,
): OpenWork {
  const segments = segmentsSent(sent)
  const wanted = place ?? Math.max(0, findUnlabelled(segments, -1, 1))
  const current = Math.max(0, Math.min(wanted, segments.length - 1))
  return {
    document: sent.document,
    text: sent.text,
    encoding: sent.encoding,
    bytes: sent.bytes,
    annotation: { segments, status: sent.status, note: sent.note },
    rule: sent.rule,
    cuts: 0,
    counts: countLabels(segments),
    toReview: countToReview(segments, 0, segments.length),
    rows: displayRows(sent.text),
    current,
    anchor: current,
    picked: [],
    caret: null,
    askedDone: false,
    readOnly: sent.readOnly ?? null,
    // What rules have just labelled is the first step that can be taken back.
    undo: sent.byRules
      ? [...kept.undo, { edits: sent.byRules, current, anchor: current, picked: [] }]
      : kept.undo,
    redo: kept.redo,
  }
}

/** The work after `edits`, with the same segments selected as far as they are there. @throws EditMismatch if they do not fit */
export function edited(work: OpenWork, edits: readonly Edit[]): OpenWork {
  const annotation = applyEdits(work.annotation, edits)
  const after = { ...work, annotation, ...recount(work, annotation), askedDone: false }
  return edits.some((edit) => edit.kind === 'resegment') ? relocated(work, after, edits) : after
}

/** The counts after an edit, counted at the segments it touched: a document may have 100,000 others. */
function recount(work: OpenWork, after: Annotation): Pick<OpenWork, 'counts' | 'toReview'> {
  const was = work.annotation.segments
  const is = after.segments
  const { front, back } = commonEnds(was, is)
  const counts = new Map(work.counts)
  const add = (segments: readonly Segment[], change: number): void => {
    for (let index = front; index < segments.length - back; index++) {
      const label = segments[index]?.label ?? null
      counts.set(label, (counts.get(label) ?? 0) + change)
    }
  }
  add(was, -1)
  add(is, 1)
  const before = countToReview(was, front, was.length - back)
  return { counts, toReview: work.toReview - before + countToReview(is, front, is.length - back) }
}

function countToReview(segments: readonly Segment[], from: number, to: number): number {
  let count = 0
  for (let index = from; index < to; index++) if (segments[index]?.toReview) count++
  return count
}

/** Indices shift with what was cut or joined above; what is selected is found again by where it stands in the text. */
function relocated(before: OpenWork, after: OpenWork, edits: readonly Edit[]): OpenWork {
  const { segments } = after.annotation
  const find = (index: number): number =>
    Math.max(
      0,
      Math.min(segmentFrom(segments, before.annotation.segments[index]?.start ?? 0), segments.length - 1),
    )
  const current = find(before.current)
  const was = before.annotation.segments[before.current]
  const is = segments[current]
  const uncut = was && is && was.start === is.start && was.end === is.end
  const rule = edits.findLast((edit) => edit.kind === 'resegment' && edit.rule !== undefined)
  return {
    ...after,
    cuts: before.cuts + 1,
    current,
    anchor: find(before.anchor),
    picked: [...new Set(before.picked.map(find))],
    caret: uncut ? before.caret : null,
    rule: rule?.kind === 'resegment' && rule.rule ? rule.rule.after : after.rule,
  }
}

/** First and last index of the selected range. */
export const selection = (work: OpenWork): { from: number; to: number } => ({
  from: Math.min(work.anchor, work.current),
  to: Math.max(work.anchor, work.current),
})

/** The indices of the segments that labels apply to, ascending. */
export function selectedIndices(work: OpenWork): readonly number[] {
  if (work.picked.length > 0) return work.picked
  const { from, to } = selection(work)
  return Array.from({ length: to - from + 1 }, (_, n) => from + n)
}

/** Tells whether a segment is selected, for drawing many. */
export function selectedTest(work: OpenWork): (index: number) => boolean {
  if (work.picked.length > 0) {
    const picked = new Set(work.picked)
    return (index) => picked.has(index)
  }
  const { from, to } = selection(work)
  return (index) => index >= from && index <= to
}

/** Index of the next segment after `from` (-1: before it) that has no label, going round; -1 if there is none. */
export const findUnlabelled = (segments: readonly Segment[], from: number, step: 1 | -1): number =>
  findNext(segments, from, step, ({ label }) => label === null)

/** Index of the next segment after `from` that is to review, going round; -1 if there is none. */
export const findToReview = (segments: readonly Segment[], from: number): number =>
  findNext(segments, from, 1, ({ toReview }) => toReview === true)

function findNext(
  segments: readonly Segment[],
  from: number,
  step: 1 | -1,
  isWanted: (segment: Segment) => boolean,
): number {
  for (let n = 1; n <= segments.length; n++) {
    const index = (from + step * n + segments.length * 2) % segments.length
    const segment = segments[index]
    if (segment && isWanted(segment)) return index
  }
  return -1
}
