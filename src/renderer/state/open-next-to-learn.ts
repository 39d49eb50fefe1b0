import { i18n } from '../messages/i18n.ts'
import { commandHint } from './command-hint.ts'
import type { Controller } from './controller.ts'
import { shownDocument } from './document-list.ts'
import { loadLearnOrder } from './learn-order.ts'

/** Opens the next document in the order in which most is learned, and says why that one. */
export async function openNextToLearn(controller: Controller): Promise<void> {
  const { corpus, view } = controller.store.getState()
  if (corpus?.suggestions.on === false) {
    const key = commandHint(controller, 'toggle-suggestions')
    controller.notify('info', i18n.t('suggestion.are-off', { key }))
    return
  }
  const here = shownDocument(view)
  const order = await loadLearnOrder(controller)
  // The annotator has gone on meanwhile, or was told why there is no order.
  if (!order || shownDocument(controller.store.getState().view) !== here) return
  const documents = [...order.keys()]
  const next = documents[here === null ? 0 : documents.indexOf(here) + 1] ?? documents[0]
  const why = next === undefined ? undefined : order.get(next)?.why
  if (next === undefined || why === undefined || next === here) {
    controller.notify('info', i18n.t('learn.none'))
    return
  }
  await controller.openDocument(next)
  controller.notify('info', i18n.t(`learn.${why}`, { document: next }))
}
