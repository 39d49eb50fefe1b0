import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../core/contract-import.ts'
import { importChanges } from '../../core/import/plan-import.ts'
import { formatPercent } from '../messages/format-percent.ts'
import type { ImportChoice } from '../state/import-labels.ts'
import { ImportRefused } from './import-refused.tsx'

/** What an import would do, and the questions that come from it: in what offsets count, and what is overwritten. */
export function ImportOutlook(props: {
  preview: ImportPreview
  choice: ImportChoice
  change: (change: Partial<ImportChoice>) => void
}): ReactNode {
  const { t } = useTranslation()
  const { preview, choice, change } = props
  const { aligned, otherUnit } = preview
  const inTheWay = preview.items.filter(({ others }) => others > 0)
  return (
    <div className="import-outlook">
      <dl className="import-counts">
        {importChanges.map((name) => (
          <div key={name}>
            <dt>{t(`import.change-${name}`)}</dt>
            <dd>{preview.documents[name]}</dd>
          </div>
        ))}
        <div>
          <dt>{t('import.not-taken')}</dt>
          <dd>{preview.refusedCount}</dd>
        </div>
      </dl>
      {aligned && (
        <p>
          {t('import.aligned', {
            count: aligned.documents,
            mean: formatPercent(aligned.mean),
            least: formatPercent(aligned.least),
          })}
        </p>
      )}
      {otherUnit && (
        <p className="import-unit">
          {t('import.other-unit', { count: otherUnit.documents, unit: t(`import.unit-${otherUnit.unit}`) })}{' '}
          <button type="button" onClick={() => change({ unit: otherUnit.unit })}>
            {t('import.take-unit')}
          </button>
        </p>
      )}
      {(inTheWay.length > 0 || choice.overwrite) && (
        <section>
          <label className="choice">
            <input
              type="checkbox"
              checked={choice.overwrite}
              onChange={({ target }) => change({ overwrite: target.checked })}
            />
            <strong>{t('import.overwrite')}</strong>
            <span>{t('import.overwrite-hint')}</span>
          </label>
          {inTheWay.length > 0 && (
            <ul className="import-list" tabIndex={0} aria-label={t('import.in-the-way')}>
              {inTheWay.map(({ document, where, others, example }) => (
                <li key={`${document} ${where}`}>
                  <strong>{document}</strong>: {t('import.others', { count: others })}
                  {example && ` ${t('import.example', example)}`}
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <ImportRefused refused={preview.refused} count={preview.refusedCount} />
    </div>
  )
}
