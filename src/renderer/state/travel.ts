import { EditMismatch, inverseAll } from '../../core/edit.ts'
import { i18n } from '../messages/i18n.ts'
import type { Controller } from './controller.ts'
import { edited, type Step } from './open-work.ts'
import { openWork } from './perform.ts'
import { travelPropagation } from './propagation.ts'

/** Takes the last step back, or does the last one that was taken back again. */
export async function travel(controller: Controller, direction: 'undo' | 'redo'): Promise<void> {
  const step = openWork(controller)?.[direction].at(-1)
  if (!step) {
    if (openWork(controller)) controller.notify('info', i18n.t(`notice.nothing-to-${direction}`))
    return
  }
  if (step.propagation === undefined || (await elsewhere(controller, direction, step.propagation)))
    travelHere(controller, direction, step)
}

/** Takes the last propagation of this session back, in whatever document it was asked for. */
export async function undoLastPropagation(controller: Controller): Promise<void> {
  const last = controller.store.getState().propagations.at(-1)
  const step = openWork(controller)?.undo.at(-1)
  if (last === undefined) controller.notify('info', i18n.t('notice.nothing-to-undo'))
  else if (step?.propagation === last) await travel(controller, 'undo')
  else await travelPropagation(controller, 'undo', last)
}

/** The part of a step in other documents than the open one. False where it could not be done. */
async function elsewhere(
  controller: Controller,
  direction: 'undo' | 'redo',
  propagation: string,
): Promise<boolean> {
  const stands = controller.store.getState().propagations.includes(propagation)
  // It may have been taken back from another document.
  if (stands !== (direction === 'undo')) return true
  return travelPropagation(controller, direction, propagation)
}

/** The part of a step in the open document. */
function travelHere(controller: Controller, direction: 'undo' | 'redo', step: Step): void {
  const work = openWork(controller)
  if (work?.[direction].at(-1) !== step) return
  const rest = work[direction].slice(0, -1)
  const edits = direction === 'undo' ? inverseAll(step.edits) : [...step.edits]
  try {
    const after = edited(work, edits)
    // Another window may have merged segments since.
    const last = Math.max(0, after.annotation.segments.length - 1)
    const { current, anchor, picked } = work
    const back = { ...step, current, anchor, picked }
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
