import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Value } from '../../core/contract.ts'

/** Asks whether labels that were given since are to give way to those in the trash, and shows what both are. */
export function TrashQuestion(props: {
  preview: Value<'previewTrash'>
  /** Whether a removed label is restored: then segments are counted that have another one now. */
  ofLabel: boolean
  cancel: () => void
  restore: (overwrite: boolean) => void
}): ReactNode {
  const { t } = useTranslation()
  const { documents, inTheWay, inTheWayCount } = props.preview
  return (
    <div>
      <p role="status">{t('trash.in-the-way', { count: inTheWayCount })}</p>
      <ul className="backup-list" tabIndex={0} aria-label={t('versions.difference')}>
        {inTheWay.map(({ annotator, document, labelledNow, labelledEarlier }) => (
          <li key={`${annotator}/${document}`}>
            <strong>{document}</strong> <span>{annotator}</span>
            <span className="backup-counts">
              {props.ofLabel
                ? t('trash.relabelled', { now: labelledNow, count: labelledEarlier })
                : t('day.now-then', { now: labelledNow, earlier: labelledEarlier })}
            </span>
          </li>
        ))}
      </ul>
      {documents > 0 && <p>{t('trash.others', { count: documents })}</p>}
      {!props.ofLabel && <p>{t('trash.overwritten-kept')}</p>}
      <footer>
        <button type="button" onClick={props.cancel}>
          {t('versions.cancel')}
        </button>
        {documents > 0 && (
          <button type="button" onClick={() => props.restore(false)}>
            {t('trash.only-free')}
          </button>
        )}
        <button type="button" className="primary" onClick={() => props.restore(true)}>
          {t('trash.overwrite')}
        </button>
      </footer>
    </div>
  )
}
