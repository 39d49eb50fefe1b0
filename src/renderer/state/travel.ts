import { EditMismatch, inverseAll } from '../../core/edit.ts'
import { i18n } from '../messages/i18n.ts'
import type { Controller } from './controller.ts'
import { edited } from './open-work.ts'
import { openWork } from './perform.ts'

/** Takes the last step back, or does the last one that was taken back again. */
export function travel(controller: Controller, direction: 'undo' | 'redo'): void {
  const work = openWork(controller)
  if (!work) return
  const step = work[direction].at(-1)
  if (!step) {
    controller.notify('info', i18n.t(`notice.nothing-to-${direction}`))
    return
  }
  const rest = work[direction].slice(0, -1)
  const edits = direction === 'undo' ? inverseAll(step.edits) : [...step.edits]
  try {
    const after = edited(work, edits)
    // Another window may have merged segments since.
    const last = Math.max(0, after.annotation.segments.length - 1)
    const { current, anchor, picked } = work
    const back = { edits: step.edits, current, anchor, picked }
    const travelled = {
      ...after,
      current: Math.min(step.current, last),
      anchor: Math.min(step.anchor, last),
      picked: step.picked.filter((index) => index <= last),
      caret: null,
      undo: direction === 'undo' ? rest : [...work.undo, back],
      redo: direction === 'undo' ? [...work.redo, back] : rest,
    }
    controller.setWork(() => travelled)
    controller.save(travelled, edits)
  } catch (error) {
    if (!(error instanceof EditMismatch)) throw error
    controller.setWork((present) => ({ ...present, [direction]: rest }))
    controller.notify('alert', i18n.t('notice.cannot-undo'))
  }
}
