import type { Annotation } from '../core/annotation.ts'
import { type LabelsFile, labelsFileVersion } from '../core/labels-file.ts'
import type { SegmentationRule } from '../core/segmentation/rules.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { judgeLabels, type LabelsState } from './judge-labels.ts'
import type { Dump } from './read-dump.ts'

export type SoundState = Extract<LabelsState, { kind: 'sound' }>

/** Labels that a newer Winnow wrote and that this one knows enough of to show; `newer` is the sentence that says so. */
type NewerState = Omit<SoundState, 'kind'> & { readonly kind: 'newer'; readonly newer: string }

/** How the labels of a document that is open stand to its dump. */
export type SessionState = LabelsState | NewerState

/** What the dump and the labels file make of a document. */
export interface Present {
  readonly annotation: Annotation
  readonly revision: number
  readonly rule: SegmentationRule
  /** When it was saved, ISO 8601 in UTC; null if never. */
  readonly saved: string | null
}

/** Labels that are there as what they make of the document. */
export const soundly = ({ annotation, file }: Omit<SoundState, 'kind'>): Present => ({
  annotation,
  revision: file.revision,
  rule: file.segmentation,
  saved: file.saved,
})

/**
 * Judges the labels file that `read` reads, or `readKnown` where it is newer, against the dump.
 * @throws WinnowError where the file is unreadable, or newer and holds nothing that can be shown
 */
export async function judgeSession(
  read: () => Promise<LabelsFile | null>,
  readKnown: () => Promise<{ data: LabelsFile; newer: string | null } | null>,
  dump: Dump,
): Promise<SessionState> {
  try {
    return await judgeLabels(read, dump)
  } catch (error) {
    if (!(error instanceof WinnowError) || error.code !== 'labels-newer') throw error
    const known = await readKnown()
    const state = await judgeLabels(async () => known?.data ?? null, dump)
    // Labels of a newer version that do not fit are not for this Winnow to settle.
    if (state.kind !== 'sound' || !known?.newer) throw error
    return { ...state, kind: 'newer', newer: known.newer }
  }
}

/** Stands for a labels file that has never been saved. */
export const neverSaved: LabelsFile = {
  format: 'winnow-labels',
  version: labelsFileVersion,
  document: '',
  annotator: '',
  dump: { sha256: '', bytes: 0, encoding: 'utf-8' },
  offsets: 'codepoint',
  segmentation: 'line',
  status: 'new',
  note: '',
  seconds: 0,
  revision: 0,
  saved: '',
  segments: [],
}
