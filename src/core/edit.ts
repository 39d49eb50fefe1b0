import { z } from 'zod'
import { type Annotation, longestNote, type Status, statuses } from './annotation.ts'
import { commonEnds } from './common-ends.ts'
import {
  bareMark,
  labelOrigins,
  type Mark,
  type Segment,
  sameMark,
  sameSegment,
  segmentationFaults,
  segmentFrom,
} from './segment.ts'
import { segmentationRules } from './segmentation/rules.ts'
import { say } from './sentences/say.ts'

const markShape = {
  label: z.string().min(1).max(64).nullable(),
  by: z.enum(labelOrigins).nullable(),
  from: z.string().min(1).max(8192).optional(),
  toReview: z.literal(true).optional(),
}
const labelWithOrigin = ({ label, by, from }: Mark): boolean =>
  (label === null) === (by === null) && (from === undefined || by === 'propagated')
const fault = { error: (): string => say`a label and how it came to be go together` }

/** A mark as it travels: only what a labels file can hold, so that nothing is saved that cannot be read again. */
export const markSchema = z.object(markShape).refine(labelWithOrigin, fault)

const segmentSchema = z
  .object({ start: z.int().nonnegative(), end: z.int().positive(), ...markShape })
  .refine(labelWithOrigin, fault)

const labelRunSchema = z.object({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  count: z.int().positive(),
  before: markSchema,
  after: markSchema,
})

/**
 * `count` neighbouring segments, the first of which starts at `start` and the last of which ends at `end`, whose mark
 * changes from `before` to `after`. Named by offsets, as indices shift when another window splits a segment above.
 */
export type LabelRun = z.infer<typeof labelRunSchema>

const noteText = z.string().max(longestNote)
const resegmentSchema = z.object({
  kind: z.literal('resegment'),
  before: z.array(segmentSchema).min(1),
  after: z.array(segmentSchema).min(1),
  /** Given where the whole document was cut anew: the rule by which it was cut, and is now. */
  rule: z.object({ before: z.enum(segmentationRules), after: z.enum(segmentationRules) }).optional(),
})

/** Neighbouring segments `before` give way to `after`, which cover the same run of the text. */
export type ResegmentEdit = z.infer<typeof resegmentSchema>

/**
 * One step of an annotator's work as data. It says what was and what will be, so that its inverse is the same
 * edit with the two changed over, and so that an edit that meets something else than it expects is noticed.
 * Offsets in UTF-16 code units.
 */
export const editSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('label'), runs: z.array(labelRunSchema) }),
  z.object({ kind: z.literal('status'), before: z.enum(statuses), after: z.enum(statuses) }),
  z.object({ kind: z.literal('note'), before: noteText, after: noteText }),
  resegmentSchema,
])

export type Edit = z.infer<typeof editSchema>

/** An edit met an annotation that is not as the edit remembers it: someone else changed it meanwhile. */
export class EditMismatch extends Error {
  override readonly name = 'EditMismatch'
}

/**
 * `annotation` after `edit`; the given one stays as it is. Where the annotation already is as the edit wants it,
 * that part counts as done, so an edit that is sent twice does no harm.
 * @throws EditMismatch where the annotation is neither as before nor as after the edit
 */
export function applyEdit(annotation: Annotation, edit: Edit): Annotation {
  if (edit.kind === 'resegment')
    return { ...annotation, segments: resegmented(annotation.segments, edit.before, edit.after) }
  if (edit.kind === 'status') {
    if (annotation.status !== edit.before && annotation.status !== edit.after)
      throw new EditMismatch(say`status is ${annotation.status}, not ${edit.before}`)
    return { ...annotation, status: edit.after }
  }
  if (edit.kind === 'note') {
    if (annotation.note !== edit.before && annotation.note !== edit.after)
      throw new EditMismatch(say`the note is another one`)
    return { ...annotation, note: edit.after }
  }
  const segments = annotation.segments.slice()
  for (const run of edit.runs) applyRun(segments, run)
  return { ...annotation, segments }
}

/** How a label, or that there is none, is spoken of. */
const called = ({ label }: Mark): string => label ?? say`(none)`

function applyRun(segments: Segment[], run: LabelRun): void {
  const at = segmentFrom(segments, run.start)
  if (segments[at]?.start !== run.start || segments[at + run.count - 1]?.end !== run.end)
    throw new EditMismatch(
      say`the text from ${run.start} to ${run.end} is not cut into ${run.count} segments`,
    )
  for (let index = at; index < at + run.count; index++) {
    const segment = segments[index]
    if (!segment) throw new EditMismatch(say`there is no segment ${index + 1}`)
    if (!sameMark(segment, run.before) && !sameMark(segment, run.after))
      throw new EditMismatch(
        say`segment ${index + 1} is labelled ${called(segment)}, not ${called(run.before)}`,
      )
    segments[index] = { start: segment.start, end: segment.end, ...run.after }
  }
}

function resegmented(
  segments: readonly Segment[],
  before: readonly Segment[],
  after: readonly Segment[],
): readonly Segment[] {
  const at = segmentFrom(segments, before[0]?.start ?? 0)
  const stands = (run: readonly Segment[]): boolean =>
    run.every((wanted, n) => {
      const present = segments[at + n]
      return present !== undefined && sameSegment(present, wanted)
    })
  if (stands(before)) return replaced(segments, at, before.length, after)
  if (stands(after)) return segments
  throw new EditMismatch(say`segment ${at + 1} and those after it are cut or labelled otherwise`)
}

/** `segments` with `count` of them from `at` on replaced by `others`. */
function replaced(
  segments: readonly Segment[],
  at: number,
  count: number,
  others: readonly Segment[],
): readonly Segment[] {
  // Copies a long document once instead of twice; as many arguments as a whole document has no call can take.
  return others.length < 1000
    ? segments.toSpliced(at, count, ...others)
    : segments.slice(0, at).concat(others, segments.slice(at + count))
}

/** Applies `edits` one after the other. @throws EditMismatch as {@link applyEdit} does */
export const applyEdits = (annotation: Annotation, edits: readonly Edit[]): Annotation =>
  edits.reduce(applyEdit, annotation)

/** The edit that takes `edit` back. */
export function inverse(edit: Edit): Edit {
  if (edit.kind === 'status') return { kind: 'status', before: edit.after, after: edit.before }
  if (edit.kind === 'note') return { kind: 'note', before: edit.after, after: edit.before }
  if (edit.kind === 'resegment') {
    const { before, after, rule } = edit
    const back: ResegmentEdit = { kind: 'resegment', before: after, after: before }
    return rule ? { ...back, rule: { before: rule.after, after: rule.before } } : back
  }
  return {
    kind: 'label',
    runs: edit.runs.map((run) => ({ ...run, before: run.after, after: run.before })).reverse(),
  }
}

/** The edits that take `edits` back, last first. */
export const inverseAll = (edits: readonly Edit[]): Edit[] => edits.map(inverse).reverse()

/** The edits that make a new document one in progress. Empty if it is not new. */
const begun = (annotation: Annotation): Edit[] =>
  annotation.status === 'new' ? statusEdits(annotation, 'in-progress') : []

/**
 * The edits that give the segments at `indices` (ascending) the mark `after`, leaving out those that have it
 * already. The first label on a new document also sets its status to in progress. Empty if nothing changes.
 */
export function labelEdits(annotation: Annotation, indices: Iterable<number>, after: Mark): Edit[] {
  return markEdits(
    annotation,
    Array.from(indices, (index) => [index, after]),
  )
}

/** As {@link labelEdits}, with a mark of its own for each segment. */
export function markEdits(
  annotation: Annotation,
  marks: Iterable<readonly [index: number, after: Mark]>,
): Edit[] {
  const runs: LabelRun[] = []
  let next = -1
  for (const [index, after] of marks) {
    const segment = annotation.segments[index]
    if (!segment || sameMark(segment, after)) continue
    const { start, end } = segment
    const last = runs.at(-1)
    if (last && next === index && sameMark(last.before, segment) && sameMark(last.after, after)) {
      last.count++
      last.end = end
    } else runs.push({ start, end, count: 1, before: bareMark(segment), after: bareMark(after) })
    next = index + 1
  }
  if (runs.length === 0) return []
  return [{ kind: 'label', runs }, ...(runs.some((run) => run.after.label !== null) ? begun(annotation) : [])]
}

/**
 * The edits that replace the segments of `annotation` by `wanted`, another segmentation of the same text, where the
 * two differ. Cutting a new document sets it to in progress, as labelling does. Empty if nothing changes.
 * @param rule given where the whole document is cut anew
 */
export function resegmentEdits(
  annotation: Annotation,
  wanted: readonly Segment[],
  rule?: ResegmentEdit['rule'],
): Edit[] {
  const { segments } = annotation
  const { front, back } = commonEnds(segments, wanted, sameSegment)
  const before = segments.slice(front, segments.length - back)
  const after = wanted.slice(front, wanted.length - back)
  if (before.length === 0) return []
  return [{ kind: 'resegment', before, after, ...(rule ? { rule } : {}) }, ...begun(annotation)]
}

/**
 * What is wrong with `edit` for `text`, as sentences: its new segments must cover what the old ones do. Empty if
 * nothing is.
 */
export function resegmentFaults(text: string, edit: ResegmentEdit): string[] {
  const start = edit.before[0]?.start ?? 0
  const end = edit.before.at(-1)?.end ?? 0
  if (end > text.length) return [say`the segments end beyond the text`]
  const within = edit.after.map((segment) => ({
    ...segment,
    start: segment.start - start,
    end: segment.end - start,
  }))
  return segmentationFaults(text.slice(start, end), within)
}

/** The edits that set the status. Empty if it is so already. */
export function statusEdits(annotation: Annotation, after: Status): Edit[] {
  return annotation.status === after ? [] : [{ kind: 'status', before: annotation.status, after }]
}

/** The edits that set the note, cut to the longest one there can be. Empty if it is so already. */
export function noteEdits(annotation: Annotation, wanted: string): Edit[] {
  const after = wanted.slice(0, longestNote).replace(/[\ud800-\udbff]$/, '')
  return annotation.note === after ? [] : [{ kind: 'note', before: annotation.note, after }]
}

/** The indices of the segments that have no label, ascending. */
export function unlabelledIndices(segments: readonly Segment[]): number[] {
  return segments.flatMap((segment, index) => (segment.label === null ? [index] : []))
}
