import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SplitOutcome } from '../../core/splits/split-outcome.ts'

/** How many documents each split has, what was kept together, and what whoever uses the splits should know. */
export function ExportSplitReport({ outcome }: { outcome: SplitOutcome }): ReactNode {
  const { t } = useTranslation()
  const { groups, largestGroup, sitesKept } = outcome
  const sentences = [
    t('export.split-documents', outcome.documents),
    t('export.split-groups', { groups, ...largestGroup }),
    ...(sitesKept > 0 ? [t('export.split-sites', { count: sitesKept })] : []),
  ]
  return (
    <ul className="export-left-out">
      {[...sentences, ...outcome.warnings.map((warning) => warningText(warning, t))].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

function warningText(warning: SplitOutcome['warnings'][number], t: TFunction<'winnow'>): string {
  const split = 'split' in warning ? t(`export.split-name-${warning.split}`) : ''
  return t(`export.warning-${warning.code}`, { ...warning, split })
}
