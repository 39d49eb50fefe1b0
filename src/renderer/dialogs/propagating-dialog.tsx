import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useWinnow } from '../state/controller-context.ts'
import { PropagationProgress } from './propagation-progress.tsx'
import './dialog.css'
import './repeats-dialog.css'

/** Stands before the documents while a job changes their labels; seen only where that takes a moment. */
export function PropagatingDialog(): ReactNode {
  const { t } = useTranslation()
  const job = useWinnow((state) => state.propagationJob)
  if (!job) return null
  return (
    <Dialog.Root open>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop propagating" />
        <Dialog.Popup className="dialog propagating">
          <header>
            <Dialog.Title>{t('repeats.title')}</Dialog.Title>
          </header>
          <PropagationProgress job={job} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
