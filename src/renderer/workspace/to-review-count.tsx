import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useController } from '../state/controller-context.ts'
import { runCommand } from '../state/run-command.ts'
import { CommandKey } from './command-key.tsx'

/** How many segments of the document are to review; leads to the next one. */
export function ToReviewCount({ count }: { count: number }): ReactNode {
  const { t, i18n } = useTranslation()
  const controller = useController()
  return (
    <li className="label-to-review">
      <button
        type="button"
        title={t('command.next-to-review')}
        onClick={() => runCommand(controller, 'next-to-review')}
      >
        <span className="label-name">{t('inspector.to-review')}</span>
        <CommandKey id="next-to-review" />
        <span className="label-count">{count.toLocaleString(i18n.language)}</span>
      </button>
    </li>
  )
}
