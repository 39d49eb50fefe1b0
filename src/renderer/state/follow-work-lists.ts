import { i18n } from '../messages/i18n.ts'
import type { Controller } from './controller.ts'
import { showWorkList } from './work-list.ts'

/** Keeps the list that is worked on as it is when another window makes it anew or removes it. Returns what ends that. */
export function followWorkLists(controller: Controller): () => void {
  return controller.subscribe((event) => {
    const { corpus, workList } = controller.store.getState()
    if (event.name !== 'work-lists-changed' || event.payload.corpus !== corpus?.folder.id) return
    const { name, removed } = event.payload
    if (name !== workList?.name) return
    if (removed) {
      showWorkList(controller, null)
      controller.notify('info', i18n.t('work.removed', { name }))
    } else void showAnew(controller, corpus.folder.id, name)
  })
}

async function showAnew(controller: Controller, corpus: string, name: string): Promise<void> {
  const reply = await controller.invoke('chooseWorkList', { corpus, name })
  const present = controller.store.getState()
  if (present.corpus?.folder.id !== corpus || present.workList?.name !== name) return
  if (reply.ok) showWorkList(controller, reply.value)
  else controller.notify('alert', reply.message)
}
