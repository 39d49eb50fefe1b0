import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useWinnow } from '../state/controller-context.ts'
import { runCommand } from '../state/run-command.ts'

/** How much in the corpus could not be read, for whoever wants to know what and why; nothing where all could. */
export function ListTroubles(): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const count = useWinnow((state) => state.listingState.troubles)
  if (count === 0) return null
  return (
    <button type="button" className="list-troubles" onClick={() => runCommand(controller, 'troubles')}>
      {t('list.troubles', { count })}
    </button>
  )
}
