import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRefusal } from '../../core/contract-import.ts'

/** What of the files is not taken in, by name and with the reason. */
export function ImportRefused({
  refused,
  count,
}: {
  refused: readonly ImportRefusal[]
  count: number
}): ReactNode {
  const { t } = useTranslation()
  if (count === 0) return null
  return (
    <section>
      <h3>{t('import.refused', { count })}</h3>
      <ul className="import-list" tabIndex={0} aria-label={t('import.refused', { count })}>
        {refused.map(({ where, document, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one place of a file may be refused for several reasons.
          <li key={index}>
            <strong>{document ?? where}</strong>
            {document !== null && where !== '' && ` ${where}`}: {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}
