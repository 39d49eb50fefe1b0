import type { LabelSetOutcome } from '../../core/contract-label-set.ts'
import { i18n } from '../messages/i18n.ts'
import type { Controller } from './controller.ts'

/** What a change of the label set did, as sentences. */
export function outcomeSentences(outcome: LabelSetOutcome): string[] {
  const { segments, documents, kept } = outcome
  const sentences: string[] = []
  if (outcome.trouble !== null) sentences.push(outcome.trouble)
  if (outcome.trouble !== null || outcome.cancelled) sentences.push(i18n.t('label-set.stopped'))
  else sentences.push(i18n.t('label-set.saved'))
  if (segments > 0) sentences.push(i18n.t('label-set.rewritten', { count: segments, documents }))
  if (kept.length > 0) sentences.push(i18n.t('label-set.kept', { labels: kept.join(', ') }))
  return sentences
}

/** Takes the last change of the label set back, in the labels files of all annotators, and tells what came of it. */
export async function undoLabelSet(controller: Controller): Promise<void> {
  const { corpus } = controller.store.getState()
  if (!corpus) return
  const reply = await controller.invoke('undoLabelSet', {
    corpus: corpus.folder.id,
    job: crypto.randomUUID(),
  })
  if (!reply.ok) controller.notify('alert', reply.message)
  else if (reply.value.trouble !== null || reply.value.kept.length > 0 || reply.value.cancelled)
    controller.notify('alert', outcomeSentences(reply.value).join(' '))
  else controller.notify('info', i18n.t('label-set.undone', { count: reply.value.segments }))
}
