import type { CommandId } from '../../core/commands.ts'
import { displayKey } from '../../core/key-binding.ts'
import { i18n } from '../messages/i18n.ts'
import { isMac } from '../workspace/is-mac.ts'
import type { Controller } from './controller.ts'
import { commandsWith } from './preferences.ts'

/** How a sentence names the way to give a command: its key, or its name where the user has left it without one. */
export function commandHint(controller: Controller, id: CommandId): string {
  const { keys } = controller.store.getState().preferences
  const key = commandsWith(keys).find((command) => command.id === id)?.keys[0]
  return key === undefined ? i18n.t(`command.${id}`) : displayKey(key, isMac)
}
