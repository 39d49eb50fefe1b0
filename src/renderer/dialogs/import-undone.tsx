import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Value } from '../../core/contract.ts'
import { ImportRefused } from './import-refused.tsx'

/** What was taken back of an import, and what stays. */
export function ImportUndone({ undone }: { undone: Value<'undoImport'> }): ReactNode {
  const { t } = useTranslation()
  return (
    <div>
      <p role="status">
        {t('import.undone', { count: undone.documents })} {undone.cancelled && t('import.undo-cancelled')}
      </p>
      {undone.trouble !== null && (
        <p role="alert" className="dialog-trouble">
          {undone.trouble}
        </p>
      )}
      <ImportRefused
        refused={undone.kept.map(({ document, reason }) => ({ where: '', document, reason }))}
        count={undone.kept.length}
      />
      <footer>
        <Dialog.Close className="primary">{t('import.close')}</Dialog.Close>
      </footer>
    </div>
  )
}
