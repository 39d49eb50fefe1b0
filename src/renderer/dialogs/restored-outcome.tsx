import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Restored } from '../../core/contract-backups.ts'
import { useController } from '../state/controller-context.ts'

/** What was restored, what was left as it is, and where labels are that gave way. */
export function RestoredOutcome(props: {
  restored: Restored
  title: string
  /** Back to the list; null where the dialog has none. */
  back: (() => void) | null
}): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const { inTheWayCount, trouble, cancelled, replaced } = props.restored
  return (
    <div>
      <div role="status">
        <p>{props.title}</p>
        {inTheWayCount > 0 && <p>{t('trash.left', { count: inTheWayCount })}</p>}
        {cancelled && <p>{t('trash.stopped')}</p>}
      </div>
      {trouble !== null && (
        <p role="alert" className="dialog-trouble">
          {trouble}
        </p>
      )}
      <footer>
        {props.back && (
          <button type="button" onClick={props.back}>
            {t('trash.title')}
          </button>
        )}
        {!props.back && replaced !== null && (
          <button type="button" onClick={() => controller.store.setState({ dialog: 'trash' })}>
            {t('trash.title')}
          </button>
        )}
        <Dialog.Close className="primary">{t('versions.close')}</Dialog.Close>
      </footer>
    </div>
  )
}
