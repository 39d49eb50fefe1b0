import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../core/commands.ts'
import { useController } from '../state/controller-context.ts'
import { runCommand } from '../state/run-command.ts'
import './command-button.css'

/** A sign that gives a command, named as the command is. */
export function CommandButton({ id, icon: Icon }: { id: CommandId; icon: LucideIcon }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const name = t(`command.${id}`)
  return (
    <button
      type="button"
      className="command-button"
      aria-label={name}
      title={name}
      onClick={() => runCommand(controller, id)}
    >
      <Icon aria-hidden="true" />
    </button>
  )
}
