import { applySent } from '../../core/apply-sent.ts'
import { type Edit, EditMismatch } from '../../core/edit.ts'
import { editsBetween } from '../../core/edits-between.ts'
import { edited, type OpenWork } from './open-work.ts'

/**
 * The work on a document as it was read from the disk, with the edits of this window that are still on their way there:
 * who goes back to a document sees what they did, saved or not. Any number of these may be in it already; where they do
 * not fit, the work as it is, as saving them will say so.
 */
export function withUnsaved(work: OpenWork, unsaved: readonly Edit[]): OpenWork {
  if (unsaved.length === 0) return work
  try {
    const annotation = applySent(work.annotation, unsaved)
    const last = unsaved.findLast((edit) => edit.kind === 'resegment' && edit.rule !== undefined)
    const rule = last?.kind === 'resegment' && last.rule ? last.rule.after : work.rule
    return edited(work, editsBetween(work, { annotation, rule }))
  } catch (error) {
    if (!(error instanceof EditMismatch)) throw error
    return work
  }
}
