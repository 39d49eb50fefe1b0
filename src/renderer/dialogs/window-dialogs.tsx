import type { ReactNode } from 'react'
import type { CommandContext, KeyTarget } from '../../core/commands.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { useWinnow } from '../state/controller-context.ts'
import { ChangeKeysDialog } from './change-keys-dialog.tsx'
import { CommandPalette } from './command-palette.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { SettingsDialog } from './settings-dialog.tsx'

/** The dialogs that every screen has. */
export function WindowDialogs(props: {
  /** Which commands can be given on this screen. */
  context: CommandContext
  labelSet: LabelSet | null
  perform: (target: KeyTarget) => void
}): ReactNode {
  const dialog = useWinnow((state) => state.dialog)
  if (dialog === 'palette') return <CommandPalette {...props} />
  if (dialog === 'help') return <HelpDialog {...props} />
  if (dialog === 'settings') return <SettingsDialog />
  if (dialog === 'change-keys') return <ChangeKeysDialog labelSet={props.labelSet} />
  return null
}
