import { type CaretStep, likelySplit, moveCaret } from '../../core/caret.ts'
import type { CommandId } from '../../core/commands.ts'
import type { Segment } from '../../core/segment.ts'
import { splitEdits } from '../../core/split-merge.ts'
import { i18n } from '../messages/i18n.ts'
import type { Controller } from './controller.ts'
import { mayLabel, openWork, perform } from './perform.ts'

/** Puts the caret into the current segment, where a split is most likely wanted. */
export function placeCaret(controller: Controller): void {
  const work = openWork(controller)
  const segment = work?.annotation.segments[work.current]
  if (!work || !segment || !mayLabel(controller)) return
  const caret = likelySplit(work.text, segment)
  if (caret === null) controller.notify('info', i18n.t('notice.nothing-to-split'))
  else putCaret(controller, caret)
}

/** Puts the caret at `offset` of the text, which must be in the current segment. */
export function putCaret(controller: Controller, offset: number): void {
  controller.setWork((work) => {
    const segment = work.annotation.segments[work.current]
    if (!segment || offset < segment.start || offset > segment.end) return work
    return { ...work, caret: offset, anchor: work.current, picked: [] }
  })
}

/** Splits the current segment at the caret; its first half becomes the current segment. */
export function splitAtCaret(controller: Controller): void {
  const work = openWork(controller)
  if (!work || work.caret === null || !mayLabel(controller)) return
  const { current } = work
  const edits = splitEdits(work.text, work.annotation, current, work.caret)
  if (edits.length === 0) controller.notify('info', i18n.t('notice.empty-half'))
  else perform(controller, edits)
}

export const caretCommands: Partial<Record<CommandId, (controller: Controller) => void>> = {
  'place-caret': placeCaret,
  split: splitAtCaret,
  'caret-left': by('grapheme', -1),
  'caret-right': by('grapheme', 1),
  'caret-word-left': by('word', -1),
  'caret-word-right': by('word', 1),
  'caret-start': to((segment) => segment.start),
  'caret-end': to((segment) => segment.end),
  'leave-caret': (controller) => controller.setWork((work) => ({ ...work, caret: null })),
}

function by(step: CaretStep, direction: 1 | -1): (controller: Controller) => void {
  return to((segment, text, caret) => moveCaret(text, segment, caret, step, direction))
}

function to(
  where: (segment: Segment, text: string, caret: number) => number,
): (controller: Controller) => void {
  return (controller) =>
    controller.setWork((work) => {
      const segment = work.annotation.segments[work.current]
      if (!segment || work.caret === null) return work
      return { ...work, caret: where(segment, work.text, work.caret) }
    })
}
