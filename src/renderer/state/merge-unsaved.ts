import type { Annotation } from '../../core/annotation.ts'
import type { MergePreview } from '../../core/contract-merging.ts'
import { applyEdits, type Edit, EditMismatch, inverseAll } from '../../core/edit.ts'
import { editsBetween } from '../../core/edits-between.ts'
import { type MergedAnnotations, mergeAnnotations, type Side } from '../../core/merging/merge-annotations.ts'
import { showConflict } from '../../core/merging/show-conflict.ts'
import type { SegmentationRule } from '../../core/segmentation/rules.ts'
import { i18n } from '../messages/i18n.ts'
import type { Controller } from './controller.ts'
import { shownDocument } from './document-list.ts'
import { edited, type OpenWork, startWork } from './open-work.ts'
import { openWork } from './perform.ts'
import type { SaveConflict } from './save-queue.ts'

/** A document as this window has it, with what is not saved yet. */
export type UnsavedWork = Pick<OpenWork, 'text' | 'annotation'>

/** What this window has labelled and another program otherwise, before it could be saved. */
export interface UnsavedSide {
  readonly corpus: string
  readonly text: string
  readonly rule: SegmentationRule
  readonly merged: MergedAnnotations
  /** What was put on its way to the disk: theirs wherever a choice is asked for. */
  readonly present: Annotation
  /** Lets go of the recovery file in which the edits are until then. */
  readonly forget: () => void
}

/**
 * Merges by segment what this window has labelled with what is on the disk by now: what nobody else has touched is saved,
 * and where both differ the annotator is asked. False where the labels on the disk cannot be had, or are of another text.
 */
export async function mergeUnsaved(
  controller: Controller,
  conflict: SaveConflict,
  mine: UnsavedWork,
): Promise<boolean> {
  const { corpus, document, edits, forget } = conflict
  const present = await presentWork(controller, corpus, document)
  if (present?.text !== mine.text) return false
  mergeWith(controller, corpus, document, present, before(mine.annotation, edits), mine.annotation, forget)
  return true
}

/** The document as it is on the disk, shown if it is the one that is shown. */
async function presentWork(
  controller: Controller,
  corpus: string,
  document: string,
): Promise<OpenWork | null> {
  if (shownDocument(controller.store.getState().view) === document) {
    await controller.openDocument(document)
    const work = openWork(controller)
    if (work?.document === document) return work
  }
  const reply = await controller.invoke('openDocument', { corpus, document })
  return reply.ok && reply.value.kind === 'open' ? startWork(reply.value, 0, { undo: [], redo: [] }) : null
}

function mergeWith(
  controller: Controller,
  corpus: string,
  document: string,
  { text, rule, annotation: theirs }: OpenWork,
  base: Annotation | null,
  mine: Annotation,
  forget: () => void,
): void {
  const merged = mergeAnnotations(base, mine, theirs)
  const present = merged.settle(merged.conflicts.map(() => 'theirs'))
  send(
    controller,
    corpus,
    document,
    editsBetween({ annotation: theirs, rule }, { annotation: present, rule }),
    {
      text,
      annotation: present,
    },
  )
  if (merged.conflicts.length === 0) {
    forget()
    controller.notify('info', i18n.t('merge.unsaved-done', { document }))
    return
  }
  const side: UnsavedSide = { corpus, text, rule, merged, present, forget }
  const preview = previewOf(text, merged, mine, theirs)
  controller.store.setState({
    dialog: 'merge',
    merge: { document, source: { kind: 'unsaved', side }, preview, trouble: null, working: false },
  })
}

function previewOf(
  text: string,
  { conflicts, taken }: MergedAnnotations,
  mine: Annotation,
  theirs: Annotation,
): MergePreview {
  const sideOf = ({ segments }: Annotation) => ({
    saved: null,
    labelled: segments.filter(({ label }) => label !== null).length,
    segments: segments.length,
  })
  const shown = conflicts.map((conflict) => showConflict(text, conflict))
  return { key: '', mine: sideOf(mine), theirs: sideOf(theirs), taken, conflicts: shown }
}

/** Puts what was chosen on its way to the disk, in place of theirs. */
export function settleUnsaved(
  controller: Controller,
  document: string,
  { corpus, text, rule, merged, present, forget }: UnsavedSide,
  choices: readonly Side[],
): void {
  const chosen = merged.settle(choices)
  const edits = editsBetween({ annotation: present, rule }, { annotation: chosen, rule })
  try {
    send(controller, corpus, document, edits, { text, annotation: chosen })
    forget()
  } catch (error) {
    const work = openWork(controller)
    if (!(error instanceof EditMismatch) || work?.document !== document) throw error
    // Others have gone on meanwhile: asked again, about what differs now.
    mergeWith(controller, corpus, document, work, present, chosen, forget)
  }
}

/** Shows the edits, if the document is the one that is shown, and puts them on their way to the disk. */
function send(
  controller: Controller,
  corpus: string,
  document: string,
  edits: readonly Edit[],
  after: UnsavedWork,
): void {
  if (edits.length === 0) return
  const work = openWork(controller)
  if (work?.document !== document || controller.store.getState().corpus?.folder.id !== corpus) {
    controller.saveOf(corpus, document, edits, after)
    return
  }
  const changed = edited(work, edits)
  controller.setWork(() => changed)
  controller.save(changed, edits)
}

/** The annotation from which `edits` led to `after`; null if others' changes since hide it. */
function before(after: Annotation, edits: readonly Edit[]): Annotation | null {
  try {
    return applyEdits(after, inverseAll(edits))
  } catch (error) {
    if (error instanceof EditMismatch) return null
    throw error
  }
}
