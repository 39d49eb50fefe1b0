import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useWinnow } from './state/controller-context.ts'
import type { SaveState } from './state/save-queue.ts'
import './unsaved-bar.css'

/** Says on every screen, as long as it is so, that work is not on the disk: why, where it is, and what to do. */
export function UnsavedBar(): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const save = useWinnow((state) => state.save)
  if (save.kind !== 'failed') return null
  const { trouble, documents } = save
  const [document = ''] = documents
  const count = documents.length - 1
  const reason =
    trouble.code === 'slow'
      ? t('unsaved.slow')
      : trouble.code === 'no-connection'
        ? t('unsaved.no-service')
        : trouble.message
  return (
    <div className="unsaved-bar" role="alert">
      <CircleAlert aria-hidden="true" />
      <div>
        <p>
          <strong>
            {count > 0 ? t('unsaved.title-more', { document, count }) : t('unsaved.title', { document })}.
          </strong>
        </p>
        <p>{reason}</p>
        <Whereabouts save={save} />
      </div>
      {trouble.code === 'lock-left' && (
        <button type="button" onClick={() => controller.store.setState({ dialog: 'take-over' })}>
          {t('unsaved.take-over')}
        </button>
      )}
      <button type="button" onClick={() => controller.retrySaving()}>
        {t('unsaved.retry')}
      </button>
    </div>
  )
}

/** Where the work is meanwhile. */
function Whereabouts({ save }: { save: Extract<SaveState, { kind: 'failed' }> }): ReactNode {
  const { t } = useTranslation()
  const { kept, trouble, documents } = save
  const { port } = window.location
  if (trouble.code === 'no-connection')
    return (
      <p>
        {port === ''
          ? t('unsaved.only-here', { reason: trouble.message })
          : t('unsaved.start-again', { port })}
      </p>
    )
  if (kept.kind === 'kept')
    return <p>{t('unsaved.kept', { path: documents.length > 1 ? kept.folder : kept.path })}</p>
  if (kept.kind === 'failed') return <p>{t('unsaved.only-here', { reason: kept.message })}</p>
  return null
}
