import type { Annotation } from '../annotation.ts'
import { type Edit, type LabelRun, labelEdits, statusEdits } from '../edit.ts'
import { bareMark, type Mark, type Segment, sameMark, segmentFrom } from '../segment.ts'
import { lineKey } from './line-hash.ts'

/** The label that each line gets, by the line's key. */
export type WantedLabels = ReadonlyMap<string, string>

/** What a propagation finds in one document, by the indices of its segments. */
export interface PropagationHits {
  /** Segments with the line that have no label, and the label for each. */
  readonly free: ReadonlyMap<number, string>
  /** How many have the label already, however it came to be. */
  readonly alreadySame: number
  /** Segments that have another label, and the label they would get. */
  readonly others: ReadonlyMap<number, string>
}

/** The segments of `text` whose line is one of `wanted`. */
export function propagationHits(
  text: string,
  segments: readonly Segment[],
  wanted: WantedLabels,
): PropagationHits {
  const free = new Map<number, string>()
  const others = new Map<number, string>()
  let alreadySame = 0
  for (const [index, { start, end, label }] of segments.entries()) {
    const becomes = wanted.get(lineKey(text.slice(start, end)))
    if (becomes === undefined) continue
    if (label === null) free.set(index, becomes)
    else if (label === becomes) alreadySame++
    else others.set(index, becomes)
  }
  return { free, alreadySame, others }
}

/**
 * The edits that give the segments with these indices their label as propagated ones: one edit for all labels, and one
 * that makes a new document one in progress. Empty if nothing changes.
 * @param from where the labels come from, as {@link Mark.from}
 */
export function propagationEdits(
  annotation: Annotation,
  labels: ReadonlyMap<number, string>,
  from: string | undefined,
): Edit[] {
  const indices = new Map<string, number[]>()
  for (const [index, label] of labels) {
    const known = indices.get(label)
    if (known) known.push(index)
    else indices.set(label, [index])
  }
  const runs: LabelRun[] = []
  let others: Edit[] = []
  for (const [label, ones] of indices) {
    const mark: Mark = bareMark({ label, by: 'propagated', from })
    const ascending = ones.sort((a, b) => a - b)
    for (const edit of labelEdits(annotation, ascending, mark))
      if (edit.kind === 'label') runs.push(...edit.runs)
      else others = [edit]
  }
  if (runs.length === 0) return []
  runs.sort((a, b) => a.start - b.start)
  return [{ kind: 'label', runs }, ...others]
}

/** How a step of propagation is taken back, or done again, in one document. */
export interface Flip {
  readonly edits: Edit[]
  readonly segments: number
  /** Segments that are labelled or cut otherwise by now and so stay as they are. */
  readonly kept: number
}

/** What of `step`, the edits of one document in a step, can be taken back in `annotation`, as it is by now. */
export function takenBack(annotation: Annotation, step: readonly Edit[]): Flip {
  const runs = step.flatMap((edit) => (edit.kind === 'label' ? edit.runs : []))
  const flip = flipped(
    annotation,
    runs.map((run) => ({ ...run, before: run.after, after: run.before })),
  )
  const begun = step.some((edit) => edit.kind === 'status')
  if (!begun || annotation.status !== 'in-progress' || flip.edits.length === 0) return flip
  const left = annotation.segments.filter(({ label }) => label !== null).length
  // As new as it was, unless something else was labelled since.
  return left > flip.segments ? flip : { ...flip, edits: [...flip.edits, ...statusEdits(annotation, 'new')] }
}

/** What of `step` can be done again in `annotation` after it was taken back. */
export function doneAgain(annotation: Annotation, step: readonly Edit[]): Flip {
  const runs = step.flatMap((edit) => (edit.kind === 'label' ? edit.runs : []))
  const flip = flipped(annotation, runs)
  const begins = flip.edits.length > 0 && annotation.status === 'new'
  return begins ? { ...flip, edits: [...flip.edits, ...statusEdits(annotation, 'in-progress')] } : flip
}

/** Makes of each run the part that still is as its `before` says, segment by segment. */
function flipped(annotation: Annotation, wanted: readonly LabelRun[]): Flip {
  const runs: LabelRun[] = []
  let total = 0
  let segments = 0
  for (const { start, end, count, before, after } of wanted) {
    total += count
    for (let index = segmentFrom(annotation.segments, start); ; index++) {
      const segment = annotation.segments[index]
      if (!segment || segment.end > end) break
      if (segment.start < start || !sameMark(segment, before)) continue
      runs.push({ start: segment.start, end: segment.end, count: 1, before, after })
      segments++
    }
  }
  return {
    edits: runs.length > 0 ? [{ kind: 'label', runs }] : [],
    segments,
    kept: Math.max(0, total - segments),
  }
}
