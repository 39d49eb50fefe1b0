import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useWinnow } from '../state/controller-context.ts'

/** Says that there are copies of labels files, which no document shows, and offers to look at them. */
export function CopiesBar(): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const count = useWinnow((state) => state.labelCopies.length)
  if (count === 0) return null
  return (
    <section className="read-only-bar" aria-label={t('copies.title')}>
      <p>{t('copies.bar', { count })}</p>
      <button
        type="button"
        className="primary"
        onClick={() => controller.store.setState({ dialog: 'copies' })}
      >
        {t('copies.look')}
      </button>
    </section>
  )
}
