import type { Edit } from '../../core/edit.ts'
import { i18n } from '../messages/i18n.ts'
import type { Controller } from './controller.ts'
import { edited, type OpenWork } from './open-work.ts'

/** The work on the open document; null where none is open. */
export function openWork(controller: Pick<Controller, 'store'>): OpenWork | null {
  const { view } = controller.store.getState()
  return view.kind === 'open' ? view.work : null
}

/** Whether labels can be saved; tells the annotator if not. */
export function mayLabel(controller: Controller): boolean {
  const { corpus } = controller.store.getState()
  const newer = corpus?.labelsHome.newer ?? openWork(controller)?.readOnly ?? null
  const sentence = newer ?? (corpus?.labelsHome.writable ? null : i18n.t('notice.read-only'))
  if (sentence !== null) controller.notify('alert', sentence)
  return sentence === null
}

/** Shows the edits, keeps them as one step to undo, and sends them to the disk. */
export function perform(controller: Controller, edits: readonly Edit[]): void {
  const work = openWork(controller)
  if (!work || edits.length === 0) return
  const { current, anchor, picked } = work
  const step = { edits, current, anchor, picked }
  const after = { ...edited(work, edits), undo: [...work.undo, step], redo: [] }
  controller.setWork(() => after)
  controller.save(after, edits)
}
