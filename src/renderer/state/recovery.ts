import type { ComparedRecovery } from '../../core/contract-recovery.ts'
import { i18n } from '../messages/i18n.ts'
import type { Controller } from './controller.ts'

/** Labels of a corpus that are in recovery files and not on the disk. */
export interface Recovery {
  readonly files: readonly ComparedRecovery[]
  /** Sentences about files that could not be read. */
  readonly troubles: readonly string[]
}

/** Shows what could not be saved when the corpus was last open, if there is anything, and asks what becomes of it. */
export async function offerRecovery(controller: Controller): Promise<void> {
  const recovery = await readRecovery(controller)
  if (!recovery || (recovery.files.length === 0 && recovery.troubles.length === 0)) return
  const { dialog } = controller.store.getState()
  controller.store.setState({ recovery, dialog: dialog ?? 'recovery' })
  if (dialog !== null) controller.notify('info', i18n.t('recovery.there'), 'recovery')
}

/** Shows what waits to be recovered, also if that is nothing. */
export async function openRecovery(controller: Controller): Promise<void> {
  const recovery = await readRecovery(controller)
  if (recovery) controller.store.setState({ recovery, dialog: 'recovery' })
}

async function readRecovery(controller: Controller): Promise<Recovery | null> {
  const { corpus } = controller.store.getState()
  if (!corpus) return null
  const reply = await controller.invoke('listRecovery', { corpus: corpus.folder.id })
  if (controller.store.getState().corpus?.folder.id !== corpus.folder.id) return null
  if (!reply.ok) {
    controller.notify('alert', reply.message)
    return null
  }
  // What this window still tries to save is not lost, and the window says so.
  return { ...reply.value, files: reply.value.files.filter(({ id }) => !controller.keeps(id)) }
}
