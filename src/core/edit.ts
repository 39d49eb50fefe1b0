import { z } from 'zod'
import { type Annotation, longestNote, type Status, statuses } from './annotation.ts'
import { labelOrigins, type Mark, type Segment, sameMark } from './segment.ts'

/** A mark as it travels: only what a labels file can hold, so that nothing is saved that cannot be read again. */
export const markSchema = z
  .object({ label: z.string().min(1).max(64).nullable(), by: z.enum(labelOrigins).nullable() })
  .refine((mark) => (mark.label === null) === (mark.by === null), {
    message: 'a label and how it came to be go together',
  })

const labelRunSchema = z.object({
  at: z.int().nonnegative(),
  count: z.int().positive(),
  before: markSchema,
  after: markSchema,
})

/** `count` neighbouring segments from index `at` on, whose mark changes from `before` to `after`. */
export type LabelRun = z.infer<typeof labelRunSchema>

const noteText = z.string().max(longestNote)

/**
 * One step of an annotator's work as data. It says what was and what will be, so that its inverse is the same
 * edit with the two changed over, and so that an edit that meets something else than it expects is noticed.
 */
export const editSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('label'), runs: z.array(labelRunSchema) }),
  z.object({ kind: z.literal('status'), before: z.enum(statuses), after: z.enum(statuses) }),
  z.object({ kind: z.literal('note'), before: noteText, after: noteText }),
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
  if (edit.kind === 'status') {
    if (annotation.status !== edit.before && annotation.status !== edit.after)
      throw new EditMismatch(`status is ${annotation.status}, not ${edit.before}`)
    return { ...annotation, status: edit.after }
  }
  if (edit.kind === 'note') {
    if (annotation.note !== edit.before && annotation.note !== edit.after)
      throw new EditMismatch('the note is another one')
    return { ...annotation, note: edit.after }
  }
  const segments = annotation.segments.slice()
  for (const run of edit.runs)
    for (let index = run.at; index < run.at + run.count; index++) {
      const segment = segments[index]
      if (!segment) throw new EditMismatch(`there is no segment ${index + 1}`)
      if (!sameMark(segment, run.before) && !sameMark(segment, run.after))
        throw new EditMismatch(`segment ${index + 1} is labelled ${segment.label}, not ${run.before.label}`)
      segments[index] = { start: segment.start, end: segment.end, ...run.after }
    }
  return { ...annotation, segments }
}

/** Applies `edits` one after the other. @throws EditMismatch as {@link applyEdit} does */
export const applyEdits = (annotation: Annotation, edits: readonly Edit[]): Annotation =>
  edits.reduce(applyEdit, annotation)

/** The edit that takes `edit` back. */
export function inverse(edit: Edit): Edit {
  if (edit.kind === 'status') return { kind: 'status', before: edit.after, after: edit.before }
  if (edit.kind === 'note') return { kind: 'note', before: edit.after, after: edit.before }
  return {
    kind: 'label',
    runs: edit.runs.map((run) => ({ ...run, before: run.after, after: run.before })).reverse(),
  }
}

/** The edits that take `edits` back, last first. */
export const inverseAll = (edits: readonly Edit[]): Edit[] => edits.map(inverse).reverse()

/**
 * The edits that give the segments at `indices` (ascending) the mark `after`, leaving out those that have it
 * already. The first label on a new document also sets its status to in progress. Empty if nothing changes.
 */
export function labelEdits(annotation: Annotation, indices: Iterable<number>, after: Mark): Edit[] {
  const runs: LabelRun[] = []
  for (const index of indices) {
    const segment = annotation.segments[index]
    if (!segment || sameMark(segment, after)) continue
    const last = runs.at(-1)
    if (last && last.at + last.count === index && sameMark(last.before, segment)) last.count++
    else
      runs.push({
        at: index,
        count: 1,
        before: { label: segment.label, by: segment.by },
        after: { label: after.label, by: after.by },
      })
  }
  if (runs.length === 0) return []
  const edits: Edit[] = [{ kind: 'label', runs }]
  if (annotation.status === 'new' && after.label !== null)
    edits.push(...statusEdits(annotation, 'in-progress'))
  return edits
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
