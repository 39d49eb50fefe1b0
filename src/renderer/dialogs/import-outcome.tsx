import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportReply } from '../../core/contract-import.ts'
import { ImportRefused } from './import-refused.tsx'

/** What an import did, what it did not take in, and what takes it back. */
export function ImportOutcome({
  outcome,
  undo,
}: {
  outcome: ImportReply
  undo: (step: string) => void
}): ReactNode {
  const { t } = useTranslation()
  const { step } = outcome
  return (
    <div>
      <div role="status">
        <p>{t('import.done', { count: outcome.segments, documents: outcome.documents })}</p>
        {outcome.unchanged > 0 && <p>{t('import.unchanged', { count: outcome.unchanged })}</p>}
        {outcome.added.length > 0 && <p>{t('import.added', { labels: outcome.added.join(', ') })}</p>}
        {outcome.cancelled && <p>{t('import.cancelled')}</p>}
      </div>
      {outcome.trouble !== null && (
        <p role="alert" className="dialog-trouble">
          {outcome.trouble}
        </p>
      )}
      <ImportRefused refused={outcome.refused} count={outcome.refusedCount} />
      <footer>
        {step !== null && (
          <button type="button" onClick={() => undo(step)}>
            {t('import.undo')}
          </button>
        )}
        <Dialog.Close className="primary">{t('import.close')}</Dialog.Close>
      </footer>
    </div>
  )
}
