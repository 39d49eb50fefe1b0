import type { ReactNode } from 'react'
import type { CommandId } from '../../core/commands.ts'
import { displayKey } from '../../core/key-binding.ts'
import { useCommands } from '../state/preferences.ts'
import { isMac } from './is-mac.ts'

/** The first key of a command as this user has it; nothing where it has none. Of no use to
 * who cannot see it: the help sheet tells all keys. */
export function CommandKey({ id }: { id: CommandId }): ReactNode {
  const key = useCommands().find((command) => command.id === id)?.keys[0]
  return key === undefined ? null : <kbd aria-hidden="true">{displayKey(key, isMac)}</kbd>
}
