import type { LabelCopy, MergePreview } from '../../core/contract-merging.ts'
import type { Side } from '../../core/merging/merge-annotations.ts'
import { i18n } from '../messages/i18n.ts'
import type { Controller } from './controller.ts'
import { shownDocument } from './document-list.ts'
import { settleUnsaved, type UnsavedSide } from './merge-unsaved.ts'

/** Which two versions of a document's labels are to be merged. */
export type MergeSource =
  | { readonly kind: 'git' }
  | { readonly kind: 'copy'; readonly copy: string }
  | { readonly kind: 'unsaved'; readonly side: UnsavedSide }

/** What is asked about two versions of labels. */
export interface MergeQuestion {
  readonly document: string
  readonly source: MergeSource
  /** Null while it is read. */
  readonly preview: MergePreview | null
  readonly trouble: string | null
  readonly working: boolean
}

/** Shows what merging two versions of a document's labels would do, and asks where they differ. */
export async function askMerge(
  controller: Controller,
  document: string,
  source: Exclude<MergeSource, { kind: 'unsaved' }>,
): Promise<void> {
  const { corpus } = controller.store.getState()
  if (!corpus) return
  const question: MergeQuestion = { document, source, preview: null, trouble: null, working: false }
  controller.store.setState({ dialog: 'merge', merge: question })
  const copy = source.kind === 'copy' ? source.copy : null
  const reply = await controller.invoke('previewMerge', { corpus: corpus.folder.id, document, copy })
  if (controller.store.getState().merge !== question) return
  controller.store.setState({
    merge: reply.ok ? { ...question, preview: reply.value } : { ...question, trouble: reply.message },
  })
}

/** Merges with these choices and closes the question; what goes wrong is said in it. */
export async function settleMerge(controller: Controller, choices: readonly Side[]): Promise<void> {
  const { corpus, merge } = controller.store.getState()
  if (!corpus || !merge?.preview || merge.working) return
  const { document, source, preview } = merge
  if (source.kind === 'unsaved') {
    closeMerge(controller)
    settleUnsaved(controller, document, source.side, choices)
    return
  }
  const working = { ...merge, working: true, trouble: null }
  controller.store.setState({ merge: working })
  const copy = source.kind === 'copy' ? source.copy : null
  const reply = await controller.invoke('settleMerge', {
    corpus: corpus.folder.id,
    document,
    copy,
    key: preview.key,
    choices: [...choices],
  })
  if (!reply.ok) {
    if (controller.store.getState().merge !== working) return
    // What was asked about is no longer so: asked anew, with the sentence why.
    if (reply.code === 'changed-meanwhile') await askMerge(controller, document, source)
    const { merge: present } = controller.store.getState()
    if (present) controller.store.setState({ merge: { ...present, working: false, trouble: reply.message } })
    return
  }
  closeMerge(controller)
  controller.notify('info', i18n.t('merge.done', { document }))
  if (source.kind === 'git' && shownDocument(controller.store.getState().view) === document)
    await controller.openAnew(document)
  await lookForCopies(controller)
}

/** Closes the question with nothing done. */
export const closeMerge = ({ store }: Pick<Controller, 'store'>): void =>
  store.setState({ dialog: null, merge: null })

/** Looks which copies of labels files there are beside the annotator's own. */
export async function lookForCopies(controller: Controller): Promise<void> {
  const { store } = controller
  const { corpus } = store.getState()
  if (!corpus) return
  const reply = await controller.invoke('listLabelCopies', { corpus: corpus.folder.id })
  // That the labels cannot be listed is said where they are shown.
  if (reply.ok && store.getState().corpus?.folder.id === corpus.folder.id)
    store.setState({ labelCopies: reply.value.copies })
}

/** Renames a copy, so that it is asked about no more. Returns the sentence why that failed, null if it did not. */
export async function setCopyAside(
  controller: Controller,
  { document, copy }: LabelCopy,
): Promise<string | null> {
  const { corpus } = controller.store.getState()
  if (!corpus) return null
  const reply = await controller.invoke('setCopyAside', { corpus: corpus.folder.id, document, copy })
  if (!reply.ok) return reply.message
  controller.notify('info', i18n.t('copies.aside-done', { name: reply.value.name }))
  await lookForCopies(controller)
  return null
}
