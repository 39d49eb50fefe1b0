import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LabelsDifference } from '../../core/contract-backups.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { colourOf } from '../workspace/label-colour.ts'

/** How labels would change if an earlier version were restored: in figures, and run by run. */
export function LabelsDifferenceView(props: { difference: LabelsDifference; labelSet: LabelSet }): ReactNode {
  const { t } = useTranslation()
  const { runs, runsCount, cut, now, earlier, same } = props.difference
  const chip = (label: string | null): ReactNode =>
    label === null ? (
      <span className="label-chip none">{t('versions.no-label')}</span>
    ) : (
      <span className="label-chip" data-colour={colourOf(props.labelSet, label)}>
        {label}
      </span>
    )
  const otherStatus = now.status !== earlier.status
  const otherNote = now.note !== earlier.note
  return (
    <section aria-label={t('versions.difference')} className="labels-difference">
      <h3>{t('versions.difference')}</h3>
      <div role="status">
        {same && <p>{t('versions.nothing')}</p>}
        {runsCount > 0 && <p>{t('versions.runs', { count: runsCount })}</p>}
        {!same && cut > 0 && <p>{t('versions.cut', { count: cut })}</p>}
        {otherStatus && (
          <p>
            {t('versions.status', { now: t(`list.${now.status}`), earlier: t(`list.${earlier.status}`) })}
          </p>
        )}
        {otherNote && <p>{t('versions.note')}</p>}
        {!same && runsCount === 0 && cut === 0 && !otherStatus && !otherNote && (
          <p>{t('versions.only-origin')}</p>
        )}
        {runsCount > runs.length && <p>{t('versions.first', { count: runs.length })}</p>}
      </div>
      {runs.length > 0 && (
        <ul className="backup-list difference-list" tabIndex={0} aria-label={t('versions.difference')}>
          {runs.map(({ start, text, now: label, earlier: before }) => (
            <li key={start}>
              <span className="difference-text">{text}</span>
              <span className="difference-labels">
                {chip(label)} <span aria-hidden="true">→</span>{' '}
                <span className="visually-hidden">{t('versions.becomes')}</span> {chip(before)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
