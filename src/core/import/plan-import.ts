import { type Annotation, isToDo, type Status } from '../annotation.ts'
import { type Edit, resegmentEdits, statusEdits } from '../edit.ts'
import type { Segment } from '../segment.ts'
import type { SegmentationRule } from '../segmentation/rules.ts'
import { cutByLabels } from './cut-by-labels.ts'
import { mergeLabels } from './merge-labels.ts'
import type { PlacedLabels } from './placed-label.ts'

/**
 * What an import does to a document. `new`: it had no labels; `changed`: it gets others, or another status; `conflict`:
 * it has other labels already and stays as it is; `unchanged`: it is so already.
 */
export const importChanges = ['new', 'changed', 'conflict', 'unchanged'] as const

export type ImportChange = (typeof importChanges)[number]

/** How labels are taken in. */
export interface ImportManner {
  /** The corpus's rule, for text that a file leaves out. */
  readonly rule: SegmentationRule
  /** What the documents get; what the file says if not given. */
  readonly status: Status | undefined
  /** The label of text for which a file has none; none if not given. */
  readonly rest: string | undefined
  /** Whether the labels of a document give way to those of the file. */
  readonly overwrite: boolean
}

/** What becomes of one document. */
export interface ImportPlan {
  readonly change: ImportChange
  /** None for a conflict. */
  readonly edits: readonly Edit[]
  /** How many segments have a label afterwards. */
  readonly labelled: number
  /** Segments whose label the file has otherwise: they lose it where the manner is to overwrite. */
  readonly others: readonly Segment[]
}

/** Plans what the labels of a file, of which it says `status`, do to a document with this text and annotation. */
export function planImport(
  text: string,
  present: Annotation,
  placed: PlacedLabels,
  status: Status | null,
  manner: ImportManner,
): ImportPlan {
  const { overwrite } = manner
  const incoming = cutByLabels(text, placed, present.segments, manner.rule, manner.rest)
  const merged = mergeLabels(present.segments, incoming)
  const others = overwrite ? lost(present.segments, incoming) : merged.conflicts
  const conflict = !overwrite && others.length > 0
  const segments = conflict ? present.segments : overwrite ? incoming : merged.segments
  const labelled = countLabelled(segments)
  if (conflict) return { change: 'conflict', edits: [], labelled, others }
  // What an annotator has finished or put aside stays so, unless a status is asked for.
  const keeps = manner.status === undefined && !overwrite && !isToDo(present.status)
  const wanted = keeps ? present.status : (manner.status ?? status ?? 'in-progress')
  const cut = resegmentEdits(present, segments).filter(({ kind }) => kind === 'resegment')
  const edits = [...cut, ...statusEdits(present, wanted)]
  const untouched = present.status === 'new' && countLabelled(present.segments) === 0
  const change = edits.length === 0 ? 'unchanged' : untouched ? 'new' : 'changed'
  return { change, edits, labelled, others }
}

const countLabelled = (segments: readonly Segment[]): number =>
  segments.reduce((count, { label }) => count + (label === null ? 0 : 1), 0)

/** The labelled segments of `present` that `after` does not have with the same label. */
function lost(present: readonly Segment[], after: readonly Segment[]): Segment[] {
  const kept = new Map(after.map((segment) => [segment.start, segment]))
  return present.filter(({ start, end, label }) => {
    const same = kept.get(start)
    return label !== null && (same?.end !== end || same.label !== label)
  })
}
