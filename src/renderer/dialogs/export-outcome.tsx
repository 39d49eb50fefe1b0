import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Value } from '../../core/contract.ts'
import { ExportSplitReport } from './export-split-report.tsx'

/** What an export wrote and where, and by name what it left out. */
export function ExportOutcome(props: { outcome: Value<'exportCorpus'>; downloads: boolean }): ReactNode {
  const { t } = useTranslation()
  const { outcome } = props
  return (
    <div role="status">
      <p>
        {t('export.done', { count: outcome.documents })} <code className="export-path">{outcome.path}</code>
      </p>
      <p className="export-hint">{t('export.manifest')}</p>
      {outcome.unlabelled > 0 && <p>{t('export.unlabelled', { count: outcome.unlabelled })}</p>}
      {outcome.split && <ExportSplitReport outcome={outcome.split.outcome} />}
      {outcome.leftOut.length > 0 && (
        <>
          <p>{t('export.left-out', { count: outcome.leftOut.length })}</p>
          <ul className="export-left-out">
            {outcome.leftOut.map(({ document, reason }) => (
              <li key={document}>
                <strong>{document}</strong>: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      <footer>
        {props.downloads && outcome.download && (
          <a className="button" href={`/exports/${outcome.download}`} download>
            {t('export.download')}
          </a>
        )}
        <Dialog.Close className="primary">{t('export.close')}</Dialog.Close>
      </footer>
    </div>
  )
}
