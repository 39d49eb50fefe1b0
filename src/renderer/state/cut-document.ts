import { resegmentEdits } from '../../core/edit.ts'
import { type CutAnew, cutAnew } from '../../core/segmentation/cut-anew.ts'
import { type SegmentationRule, segmentBy } from '../../core/segmentation/rules.ts'
import { i18n } from '../messages/i18n.ts'
import { commandHint } from './command-hint.ts'
import type { Controller } from './controller.ts'
import type { OpenWork } from './open-work.ts'
import { mayLabel, openWork, perform } from './perform.ts'

/** What cutting the document by a rule would make of its segments and labels. Changes nothing. */
export const previewCut = (work: OpenWork, rule: SegmentationRule): CutAnew =>
  cutAnew(work.annotation.segments, segmentBy(rule, work.text))

/** Cuts the open document by a rule, as one step that can be taken back. */
export function cutDocument(controller: Controller, rule: SegmentationRule): void {
  const work = openWork(controller)
  if (!work || !mayLabel(controller)) return
  const { segments } = previewCut(work, rule)
  perform(controller, resegmentEdits(work.annotation, segments, { before: work.rule, after: rule }))
  controller.notify(
    'info',
    i18n.t('notice.cut', { count: segments.length, undo: commandHint(controller, 'undo') }),
  )
}

/** Has documents that nobody has labelled yet cut by a rule from now on. Returns the sentence why not, if it failed. */
export async function setCorpusRule(controller: Controller, rule: SegmentationRule): Promise<string | null> {
  const { corpus } = controller.store.getState()
  if (!corpus) return null
  const reply = await controller.invoke('setSegmentation', { corpus: corpus.folder.id, rule })
  if (!reply.ok) return reply.message
  controller.store.setState((state) =>
    state.corpus?.folder.id === corpus.folder.id ? { corpus: { ...state.corpus, segmentation: rule } } : {},
  )
  return null
}
