import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import { useController } from '../state/controller-context.ts'
import { WorkListChooser } from './work-list-chooser.tsx'
import { WorkListForm } from './work-list-form.tsx'
import './dialog.css'
import './work-lists.css'

/** Chooses the work list that the annotator works on, and makes and removes them. */
export function WorkListsDialog({ corpus }: { corpus: Corpus }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const [making, setMaking] = useState(false)
  const close = (): void => controller.store.setState({ dialog: null })
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog work-lists-dialog">
          <header>
            <Dialog.Title>{t('work.title')}</Dialog.Title>
          </header>
          {making ? (
            <WorkListForm corpus={corpus} onBack={() => setMaking(false)} onMade={close} />
          ) : (
            <WorkListChooser corpus={corpus} onNew={() => setMaking(true)} />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
