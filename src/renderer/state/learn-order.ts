import type { NextDocument } from '../../core/contract-suggestions.ts'
import type { Controller } from './controller.ts'

/** The unfinished documents from which the model would learn most, that one first, and why each is among them. */
export type LearnOrder = ReadonlyMap<string, { readonly place: number; readonly why: NextDocument['why'] }>

/** What of the controller is needed to ask for the order. */
type Asking = Pick<Controller, 'store' | 'invoke' | 'notify'>

/** As many as are put in order at once. */
const ordered = 200

/** Sorts the list by it, from now on anew with each document that is opened. */
export function sortByLearning(controller: Controller): void {
  controller.store.setState({ listSort: { by: 'learn', reversed: false } })
  void loadLearnOrder(controller)
}

/** Puts the documents in order anew where the list shows that. */
export async function refreshLearnOrder(controller: Asking): Promise<void> {
  if (controller.store.getState().listSort.by === 'learn') await loadLearnOrder(controller)
}

/** Asks for the order and keeps it in the store; null where there is none, which the annotator is told. */
export async function loadLearnOrder(controller: Asking): Promise<LearnOrder | null> {
  const { corpus, workList } = controller.store.getState()
  if (!corpus) return null
  const reply = await controller.invoke('nextDocuments', {
    corpus: corpus.folder.id,
    count: ordered,
    ...(workList && { list: workList.name }),
  })
  if (!reply.ok) {
    controller.notify('alert', reply.message)
    return null
  }
  const learnOrder = new Map(
    reply.value.documents.map(({ document, why }, place) => [document, { place, why }]),
  )
  controller.store.setState({ learnOrder })
  return learnOrder
}
