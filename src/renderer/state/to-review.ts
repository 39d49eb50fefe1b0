import type { CommandId } from '../../core/commands.ts'
import { markEdits } from '../../core/edit.ts'
import { bareMark } from '../../core/segment.ts'
import { i18n } from '../messages/i18n.ts'
import type { Controller } from './controller.ts'
import { moveTo } from './move-to.ts'
import { findToReview, selectedIndices } from './open-work.ts'
import { mayLabel, openWork, perform } from './perform.ts'

/** Goes to the next segment to review, going round. */
function nextToReview(controller: Controller): void {
  const work = openWork(controller)
  if (!work) return
  const next = findToReview(work.annotation.segments, work.current)
  if (next === -1) controller.notify('info', i18n.t('notice.nothing-to-review'))
  else controller.setWork((present) => moveTo(present, next, false))
}

/** Leaves the selected segments as they are and takes the mark away that they are to review; goes to the next one. */
function confirmSegments(controller: Controller): void {
  const work = openWork(controller)
  if (!work || !mayLabel(controller)) return
  const { segments } = work.annotation
  const confirmed = selectedIndices(work).flatMap((index) => {
    const segment = segments[index]
    return segment?.toReview ? [[index, bareMark({ ...segment, toReview: undefined })] as const] : []
  })
  if (confirmed.length === 0) {
    controller.notify('info', i18n.t('notice.not-to-review'))
    return
  }
  perform(controller, markEdits(work.annotation, confirmed))
  controller.setWork((after) => {
    const next = findToReview(after.annotation.segments, after.current)
    return next === -1 ? after : moveTo(after, next, false)
  })
}

export const toReviewCommands: Partial<Record<CommandId, (controller: Controller) => void>> = {
  'next-to-review': nextToReview,
  'confirm-segment': confirmSegments,
}
