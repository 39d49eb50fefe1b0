import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LabelsHome } from '../../core/contract.ts'
import { useController } from '../state/controller-context.ts'

/** Offers another place for the labels of a corpus that cannot be written to. */
export function ReadOnlyBar({ home }: { home: LabelsHome }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  if (home.writable) return null
  return (
    <section className="read-only-bar" aria-label={t('read-only.title')}>
      <p>
        <strong>{t('read-only.title')}.</strong> {t('read-only.text', { path: home.path })}
      </p>
      {home.elsewhere && (
        <button type="button" className="primary" onClick={() => void controller.keepLabelsElsewhere()}>
          {t('read-only.keep', { path: home.elsewhere })}
        </button>
      )}
    </section>
  )
}
