import type { Controller } from './controller.ts'
import { shownDocument } from './document-list.ts'

/**
 * Tells that there is no snapshot of today's labels, also where that was told before the corpus was shown, and reads a
 * shown document anew whose labels were taken away or put back as a whole. Returns the function that ends this.
 */
export function followBackups(
  controller: Pick<Controller, 'store' | 'subscribe' | 'notify' | 'openAnew'>,
): () => void {
  const { store } = controller
  const untold = new Map<string, string>()
  const tell = (): void => {
    const id = store.getState().corpus?.folder.id
    const message = id === undefined ? undefined : untold.get(id)
    if (id === undefined || message === undefined) return
    untold.delete(id)
    controller.notify('alert', message)
  }
  const endStore = store.subscribe((state, before) => {
    if (state.corpus?.folder.id !== before.corpus?.folder.id) tell()
  })
  const endEvents = controller.subscribe((event) => {
    if (event.name === 'backup-trouble') {
      untold.set(event.payload.corpus, event.payload.message)
      tell()
    }
    const { corpus, view } = store.getState()
    if (event.name !== 'labels-replaced' || event.payload.corpus !== corpus?.folder.id) return
    const shown = shownDocument(view)
    const { documents } = event.payload
    if (shown !== null && (documents === null || documents.includes(shown))) void controller.openAnew(shown)
  })
  return () => {
    endStore()
    endEvents()
  }
}
