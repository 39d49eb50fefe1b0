import type { CommandId } from '../../core/commands.ts'
import { labelEdits } from '../../core/edit.ts'
import { mergeEdits } from '../../core/split-merge.ts'
import { i18n } from '../messages/i18n.ts'
import type { Controller } from './controller.ts'
import { moveTo } from './move-to.ts'
import { selection } from './open-work.ts'
import { mayLabel, openWork, perform } from './perform.ts'

/** Joins the selected range, or the current segment with its next (-1: previous) one. */
function merge(controller: Controller, direction: 1 | -1): void {
  const work = openWork(controller)
  if (!work || !mayLabel(controller)) return
  const { from, to } = selection(work)
  const single = from === to
  const first = single && direction === -1 ? from - 1 : from
  const last = single && direction === 1 ? to + 1 : to
  const edits =
    first < 0 || last >= work.annotation.segments.length ? [] : mergeEdits(work.annotation, first, last)
  perform(controller, edits)
  if (edits.length === 0) controller.notify('info', i18n.t('notice.nothing-to-merge'))
  else controller.setWork((after) => moveTo(after, first, false))
}

/** Selects the neighbours of the current segment that have the same label as it, or have none either. */
function selectRun(controller: Controller): void {
  controller.setWork((work) => {
    const { segments } = work.annotation
    const label = segments[work.current]?.label
    let from = work.current
    while (from > 0 && segments[from - 1]?.label === label) from--
    let to = work.current
    while (to < segments.length - 1 && segments[to + 1]?.label === label) to++
    return { ...work, anchor: from, current: to, picked: [], caret: null }
  })
}

/** Labels the segments without a label from the last labelled one above down to the current one, and moves on. */
export function labelDownToHere(controller: Controller, label: string): void {
  const work = openWork(controller)
  if (!work || !mayLabel(controller)) return
  const { segments } = work.annotation
  const { to } = selection(work)
  let from = to
  while (from > 0 && segments[from - 1]?.label === null) from--
  const indices = Array.from({ length: to - from + 1 }, (_, n) => from + n)
  controller.store.setState({ lastLabel: label })
  perform(controller, labelEdits(work.annotation, indices, { label, by: 'human' }))
  controller.setWork((after) => moveTo(after, to + 1, false))
}

/**
 * Makes the segments at `indices` the selection, whether they are neighbours or not; the first one becomes the current
 * one. Nothing changes where there are none.
 */
export function pickSegments(controller: Controller, indices: readonly number[]): void {
  const picked = [...new Set(indices)].sort((a, b) => a - b)
  const [first] = picked
  if (first === undefined) return
  controller.setWork((work) => ({ ...work, current: first, anchor: first, picked, caret: null }))
}

/** Adds a segment to those selected, or takes it out of them; it becomes the current one. */
export function togglePicked(controller: Controller, index: number): void {
  controller.setWork((work) => {
    const { from, to } = selection(work)
    const before =
      work.picked.length > 0 ? work.picked : Array.from({ length: to - from + 1 }, (_, n) => from + n)
    const without = before.filter((one) => one !== index)
    const picked = without.length < before.length ? without : [...before, index].sort((a, b) => a - b)
    return { ...work, current: index, anchor: index, picked, caret: null }
  })
}

export const segmentCommands: Partial<Record<CommandId, (controller: Controller) => void>> = {
  'merge-next': (controller) => merge(controller, 1),
  'merge-previous': (controller) => merge(controller, -1),
  'select-run': selectRun,
}
