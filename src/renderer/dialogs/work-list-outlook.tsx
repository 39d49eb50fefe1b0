import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkListPreview } from './use-work-list-preview.ts'

/** How many unknown ids are named. */
const named = 5

/** Says what would be in a work list. */
export function WorkListOutlook({ preview }: { preview: WorkListPreview }): ReactNode {
  const { t, i18n } = useTranslation()
  if (preview.kind === 'nothing') return null
  if (preview.kind === 'failed')
    return (
      <p role="alert" className="dialog-trouble">
        {preview.message}
      </p>
    )
  if (preview.kind === 'counting')
    return (
      <div>
        <p role="status">{t('work.counting')}</p>
        {preview.total > 0 && (
          <progress max={preview.total} value={preview.done} aria-label={t('work.counting')} />
        )}
      </div>
    )
  const { chosen, matching, strata, strataCount, unknown, unknownCount } = preview.value
  const number = (value: number): string => value.toLocaleString(i18n.language)
  return (
    <div className="work-list-outlook" role="status">
      <p>{t('work.would-be', { chosen: number(chosen), matching: number(matching) })}</p>
      {unknownCount > 0 && (
        <p>
          {t('work.unknown', { count: unknownCount, ids: unknown.slice(0, named).join(', ') })}
          {unknownCount > named && ' …'}
        </p>
      )}
      {strataCount > 1 && (
        <details>
          <summary>{t('work.strata', { count: strataCount })}</summary>
          <ul>
            {strata.map(({ stratum, drawn, documents }) => (
              <li key={stratum}>
                <strong>{stratum || t('work.no-stratum')}</strong>{' '}
                {t('work.stratum', { drawn: number(drawn), documents: number(documents) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
