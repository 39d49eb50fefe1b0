import type { EventPayload } from '../../core/contract.ts'
import { i18n } from '../messages/i18n.ts'
import type { Controller } from './controller.ts'
import { showChosenWorkList } from './work-list.ts'

/** Shows what has become of documents whose dumps were renamed or moved. */
export function showFollowed(
  controller: Controller,
  { count, followed, workLists }: EventPayload<'labels-followed'>,
): void {
  const [first] = followed
  if (first) controller.notify('info', i18n.t('labels.followed', { count, ...first }))
  const { workList } = controller.store.getState()
  controller.store.setState(({ summaries }) => ({
    summaries: summaries.without(followed.map(({ from }) => from)),
  }))
  if (workList && workLists.includes(workList.name)) void showChosenWorkList(controller)
  for (const { from, to } of followed) controller.followDocument(from, to)
}
