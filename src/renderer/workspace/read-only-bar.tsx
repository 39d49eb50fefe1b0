import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LabelsHome } from '../../core/contract.ts'
import { useController, useWinnow } from '../state/controller-context.ts'

/**
 * Says why nothing can be labelled: a newer Winnow wrote the corpus or the labels of the open document, or the corpus
 * cannot be written to. Then it offers another place for the labels.
 */
export function ReadOnlyBar({ home }: { home: LabelsHome }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const work = useWinnow(({ view }) => (view.kind === 'open' ? view.work.readOnly : null))
  const newer = home.newer ?? work
  if (newer !== null)
    return (
      <section className="read-only-bar" aria-label={t('read-only.newer')}>
        <p>
          <strong>{t('read-only.newer')}.</strong> {newer}
        </p>
      </section>
    )
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
