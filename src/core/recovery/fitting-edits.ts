import type { Annotation } from '../annotation.ts'
import { applySent } from '../apply-sent.ts'
import { applyEdit, applyEdits, type Edit, EditMismatch, type LabelRun } from '../edit.ts'
import { segmentFrom } from '../segment.ts'

/** What of some edits can be done to an annotation, and what it is then. */
export interface Fitting {
  readonly edits: readonly Edit[]
  readonly annotation: Annotation
}

/**
 * All of `edits` where `annotation` is as they expect it, else those parts of them, segment by segment, that are not
 * about what someone changed meanwhile.
 */
export function fittingEdits(annotation: Annotation, edits: readonly Edit[]): Fitting {
  const all = attempt(() => applySent(annotation, edits))
  if (all) return { edits, annotation: all }
  let present = annotation
  const fitting: Edit[] = []
  for (const edit of edits)
    for (const part of partsOf(present, edit)) {
      const after = attempt(() => applyEdit(present, part))
      if (!after) continue
      present = after
      fitting.push(part)
    }
  // Each part was tried after those before it, so together they lead to the same.
  return { edits: fitting, annotation: applyEdits(annotation, fitting) }
}

function attempt(work: () => Annotation): Annotation | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof EditMismatch) return null
    throw error
  }
}

/** `edit` for each segment by itself, where the text is cut as it expects; edits of other kinds are one part. */
function partsOf({ segments }: Annotation, edit: Edit): Edit[] {
  if (edit.kind !== 'label') return [edit]
  return edit.runs.flatMap((run) =>
    (runBySegments(segments, run) ?? [run]).map((part): Edit => ({ kind: 'label', runs: [part] })),
  )
}

function runBySegments(segments: Annotation['segments'], run: LabelRun): LabelRun[] | null {
  const at = segmentFrom(segments, run.start)
  const those = segments.slice(at, at + run.count)
  if (those[0]?.start !== run.start || those.length !== run.count || those.at(-1)?.end !== run.end)
    return null
  return those.map(({ start, end }) => ({ ...run, start, end, count: 1 }))
}
