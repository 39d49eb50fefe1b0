import { type Annotation, countLabels } from '../../core/annotation.ts'
import type { OpenDocument } from '../../core/contract.ts'
import { type DisplayRow, displayRows } from '../../core/display-rows.ts'
import { applyEdits, type Edit } from '../../core/edit.ts'
import type { Segment } from '../../core/segment.ts'

/** One step that can be taken back, and where the annotator was when taking it. */
export interface Step {
  readonly edits: readonly Edit[]
  readonly current: number
  readonly anchor: number
}

/** The document under the annotator's hands. */
export interface OpenWork {
  readonly document: string
  readonly text: string
  readonly encoding: OpenDocument['encoding']
  readonly bytes: number
  readonly annotation: Annotation
  /** How many segments have each label; those without one under `null`. */
  readonly counts: ReadonlyMap<string | null, number>
  /** The rows of the raw pane. */
  readonly rows: readonly DisplayRow[]
  /** Index of the current segment; 0 in a document without segments. */
  readonly current: number
  /** The other end of the selection; the same as `current` if one segment is selected. */
  readonly anchor: number
  /** Whether the annotator was told that segments without a label remain; a second “done” then counts. */
  readonly askedDone: boolean
  readonly undo: readonly Step[]
  readonly redo: readonly Step[]
}

/** The work on a document as the service sent it: at segment `place`, or at the first without a label if null. */
export function startWork(
  sent: OpenDocument,
  place: number | null,
  kept: Pick<OpenWork, 'undo' | 'redo'>,
): OpenWork {
  const segments: Segment[] = []
  for (const { count, mark } of sent.marks)
    for (let n = 0; n < count; n++) {
      const at = 2 * segments.length
      segments.push({
        start: sent.bounds[at] ?? 0,
        end: sent.bounds[at + 1] ?? 0,
        label: mark.label,
        by: mark.by,
      })
    }
  const wanted = place ?? Math.max(0, findUnlabelled(segments, -1, 1))
  const current = Math.max(0, Math.min(wanted, segments.length - 1))
  return {
    document: sent.document,
    text: sent.text,
    encoding: sent.encoding,
    bytes: sent.bytes,
    annotation: { segments, status: sent.status, note: sent.note },
    counts: countLabels(segments),
    rows: displayRows(sent.text, segments),
    current,
    anchor: current,
    askedDone: false,
    undo: kept.undo,
    redo: kept.redo,
  }
}

/** The work after `edits`. @throws EditMismatch if they do not fit */
export function edited(work: OpenWork, edits: readonly Edit[]): OpenWork {
  const annotation = applyEdits(work.annotation, edits)
  return { ...work, annotation, counts: recount(work, annotation, edits), askedDone: false }
}

/** The counts after `edits`, counted at the segments they touch: a document may have 100,000 others. */
function recount(work: OpenWork, after: Annotation, edits: readonly Edit[]): OpenWork['counts'] {
  const touched = new Set<number>()
  for (const edit of edits)
    if (edit.kind === 'label')
      for (const { at, count } of edit.runs)
        for (let index = at; index < at + count; index++) touched.add(index)
  const counts = new Map(work.counts)
  const add = (label: string | null, change: number): void => {
    counts.set(label, (counts.get(label) ?? 0) + change)
  }
  for (const index of touched) {
    add(work.annotation.segments[index]?.label ?? null, -1)
    add(after.segments[index]?.label ?? null, 1)
  }
  return counts
}

/** First and last index of the selection. */
export const selection = (work: OpenWork): { from: number; to: number } => ({
  from: Math.min(work.anchor, work.current),
  to: Math.max(work.anchor, work.current),
})

/** Index of the next segment after `from` (-1: before it) that has no label, going round; -1 if there is none. */
export function findUnlabelled(segments: readonly Segment[], from: number, step: 1 | -1): number {
  for (let n = 1; n <= segments.length; n++) {
    const index = (from + step * n + segments.length * 2) % segments.length
    if (segments[index]?.label === null) return index
  }
  return -1
}
