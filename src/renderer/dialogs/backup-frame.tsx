import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { useController } from '../state/controller-context.ts'
import './dialog.css'
import './backups.css'

/** The frame of a dialog about earlier versions of labels or the trash; what is in it closes it too. */
export function BackupFrame(props: {
  title: string
  trouble: string | null
  children: ReactNode
}): ReactNode {
  const controller = useController()
  const close = (): void => controller.store.setState({ dialog: null })
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog backup-dialog">
          <header>
            <Dialog.Title>{props.title}</Dialog.Title>
          </header>
          {props.trouble !== null && (
            <p role="alert" className="dialog-trouble">
              {props.trouble}
            </p>
          )}
          {props.children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
