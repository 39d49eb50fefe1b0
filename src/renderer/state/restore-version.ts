import type { Value } from '../../core/contract.ts'
import { editsBetween } from '../../core/edits-between.ts'
import type { Controller } from './controller.ts'
import { segmentsSent } from './open-work.ts'
import { mayLabel, openWork, perform } from './perform.ts'

/**
 * Gives the open document the labels of an earlier version, as one step that can be taken back. Returns whether it did:
 * not where another document is open by now.
 */
export function restoreVersion(
  controller: Controller,
  document: string,
  { difference, earlier }: Value<'compareVersion'>,
): boolean {
  const work = openWork(controller)
  if (work?.document !== document || !mayLabel(controller)) return false
  const { status, note } = difference.earlier
  const annotation = { segments: segmentsSent(earlier), status, note }
  const before = { annotation: work.annotation, rule: work.rule }
  perform(controller, editsBetween(before, { annotation, rule: earlier.rule }))
  return true
}
