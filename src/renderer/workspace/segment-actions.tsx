import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type CommandId, commands } from '../../core/commands.ts'
import { displayKey } from '../../core/key-binding.ts'
import { useController } from '../state/controller-context.ts'
import { runCommand } from '../state/run-command.ts'
import { isMac } from './is-mac.ts'

/** What can be done to the bounds of the current segment, for those who work with the mouse. */
export function SegmentActions({ caret }: { caret: boolean }): ReactNode {
  const { t } = useTranslation()
  return (
    <p className="segment-actions">
      <CommandButton id={caret ? 'split' : 'place-caret'}>
        {t(caret ? 'inspector.split-here' : 'inspector.split')}
      </CommandButton>
      <CommandButton id="merge-next">{t('inspector.merge')}</CommandButton>
    </p>
  )
}

function CommandButton({ id, children }: { id: CommandId; children: ReactNode }): ReactNode {
  const controller = useController()
  const key = commands.find((command) => command.id === id)?.keys[0] ?? ''
  return (
    <button type="button" onClick={() => runCommand(controller, id)}>
      {children} <kbd>{displayKey(key, isMac)}</kbd>
    </button>
  )
}
