import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useController } from '../state/controller-context.ts'
import { runCommand } from '../state/run-command.ts'
import { CommandKey } from './command-key.tsx'

/** Why the current segment is to review, and what leaves it as it is. */
export function ToReviewReason(): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  return (
    <>
      <p>{t('inspector.to-review-why')}</p>
      <button type="button" onClick={() => runCommand(controller, 'confirm-segment')}>
        {t('inspector.confirm')} <CommandKey id="confirm-segment" />
      </button>
    </>
  )
}
