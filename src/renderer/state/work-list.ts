import type { OpenedWorkList } from '../../core/contract-work-lists.ts'
import { i18n } from '../messages/i18n.ts'
import type { Controller } from './controller.ts'
import { firstToDo, shownDocument } from './document-list.ts'
import { workTotal } from './work-indexes.ts'

/** A named selection of documents that the annotator works on. */
export interface WorkList {
  readonly name: string
  readonly documents: ReadonlySet<string>
}

/** Shows the list that the annotator chose when last here; says so where it cannot be shown. */
export async function showChosenWorkList(controller: Controller): Promise<void> {
  const { corpus } = controller.store.getState()
  if (!corpus) return
  const reply = await controller.invoke('chosenWorkList', { corpus: corpus.folder.id })
  if (controller.store.getState().corpus?.folder.id !== corpus.folder.id) return
  const trouble = reply.ok ? reply.value.trouble : reply.message
  if (trouble !== null) controller.notify('alert', trouble)
  if (!reply.ok || !reply.value.list) return
  showWorkList(controller, reply.value.list)
  if (!corpus.place) openFirst(controller)
}

/** Makes it the list that the annotator works on; null: all documents. Returns the sentence why not, if it failed. */
export async function chooseWorkList(controller: Controller, name: string | null): Promise<string | null> {
  const { corpus } = controller.store.getState()
  if (!corpus) return null
  const reply = await controller.invoke('chooseWorkList', { corpus: corpus.folder.id, name })
  if (!reply.ok) return reply.message
  if (controller.store.getState().corpus?.folder.id !== corpus.folder.id) return null
  showWorkList(controller, reply.value)
  openFirst(controller)
  const total = workTotal(controller.store.getState())
  controller.notify(
    'info',
    name === null
      ? i18n.t('work.all-chosen', { count: total })
      : i18n.t('work.chosen', { name, count: total }),
  )
  return null
}

/** Takes the list away. Returns the sentence why not, if it failed. */
export async function removeWorkList(controller: Controller, name: string): Promise<string | null> {
  const { corpus } = controller.store.getState()
  if (!corpus) return null
  const reply = await controller.invoke('removeWorkList', { corpus: corpus.folder.id, name })
  if (!reply.ok) return reply.message
  if (controller.store.getState().workList?.name === name) showWorkList(controller, null)
  return null
}

/** Shows the documents of the list alone, or all, and counts among them. */
export function showWorkList(controller: Pick<Controller, 'store'>, list: OpenedWorkList | null): void {
  const workList = list && { name: list.name, documents: new Set(list.documents) }
  controller.store.setState(({ summaries }) => ({
    workList,
    summaries: summaries.within(workList?.documents ?? null),
  }))
}

/** Opens the first document to do of the list, unless one of it is open. */
function openFirst(controller: Controller): void {
  const state = controller.store.getState()
  const here = shownDocument(state.view)
  if (here !== null && state.workList?.documents.has(here) !== false) return
  const first = firstToDo(state)
  if (first !== null) void controller.openDocument(first)
}
