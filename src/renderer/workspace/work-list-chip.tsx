import { ListChecks } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useWinnow } from '../state/controller-context.ts'
import { runCommand } from '../state/run-command.ts'
import './work-list-chip.css'

/** The work list that progress counts against; opens the dialog in which another one is chosen or made. */
export function WorkListChip(): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const name = useWinnow((state) => state.workList?.name ?? null)
  const label = t('work.chip', { name: name ?? t('work.none') })
  return (
    <button
      type="button"
      className="work-list-chip"
      aria-label={label}
      title={label}
      onClick={() => runCommand(controller, 'work-lists')}
    >
      <ListChecks aria-hidden="true" /> {name !== null && <span>{name}</span>}
    </button>
  )
}
