import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LabelCopy } from '../../core/contract-merging.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { askMerge, setCopyAside } from '../state/merging.ts'
import './dialog.css'
import './merging.css'

/** The copies of labels files that programs which synchronise folders have left, each to be merged or put aside. */
export function CopiesDialog(): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const copies = useWinnow((state) => state.labelCopies)
  const [trouble, setTrouble] = useState<string | null>(null)

  const merge = ({ document, copy }: LabelCopy): void =>
    void askMerge(controller, document, { kind: 'copy', copy })

  return (
    <Dialog.Root open onOpenChange={(open) => !open && controller.store.setState({ dialog: null })}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog copies-dialog">
          <header>
            <Dialog.Title>{t('copies.title')}</Dialog.Title>
            <Dialog.Close>{t('copies.close')}</Dialog.Close>
          </header>
          {copies.length === 0 && <p role="status">{t('copies.none')}</p>}
          <ul className="copies-list">
            {copies.map((one) => (
              <li key={one.copy}>
                <div>
                  <strong>{one.document}</strong>
                  <span className="export-path">{one.copy}</span>
                  {one.trouble && <span className="copies-trouble">{one.trouble}</span>}
                </div>
                {one.trouble === null && (
                  <button
                    type="button"
                    className="primary"
                    aria-label={t('copies.merge-this', one)}
                    onClick={() => merge(one)}
                  >
                    {t('copies.merge')}
                  </button>
                )}
                <button
                  type="button"
                  aria-label={t('copies.aside-this', one)}
                  onClick={() => void setCopyAside(controller, one).then(setTrouble)}
                >
                  {t('copies.aside')}
                </button>
              </li>
            ))}
          </ul>
          {copies.length > 0 && <p className="merge-hint">{t('copies.aside-hint')}</p>}
          {trouble && (
            <p role="alert" className="dialog-trouble">
              {trouble}
            </p>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
