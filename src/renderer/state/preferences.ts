import { type Command, effectiveCommands } from '../../core/commands.ts'
import type { Preferences } from '../../core/preferences.ts'
import type { Controller } from './controller.ts'
import { useWinnow } from './controller-context.ts'

/** Shows changed preferences at once and keeps them for the next start. */
export async function changePreferences(controller: Controller, change: Partial<Preferences>): Promise<void> {
  showPreferences(controller, change)
  saving.set(controller, (saving.get(controller) ?? 0) + 1)
  const save = async (): Promise<void> => {
    const reply = await controller.invoke('savePreferences', { change })
    if (!reply.ok) controller.notify('alert', reply.message)
  }
  const saved = (underWay.get(controller) ?? Promise.resolve()).then(save)
  underWay.set(controller, saved)
  await saved
  saving.set(controller, (saving.get(controller) ?? 1) - 1)
}

/** How many saves of each window are under way. */
const saving = new WeakMap<Controller, number>()

/** Shows what another window changed; not over what this one is about to save, which comes last and counts. */
export function followPreferences(controller: Controller, change: Partial<Preferences>): void {
  if ((saving.get(controller) ?? 0) === 0) showPreferences(controller, change)
}

/** The last save of each window: one after the other, so that of two changes of one preference the later one stays. */
const underWay = new WeakMap<Controller, Promise<void>>()

/** Shows changed preferences without keeping them, as while a separator is dragged. */
export const showPreferences = (controller: Controller, change: Partial<Preferences>): void =>
  controller.store.setState(({ preferences }) => ({ preferences: { ...preferences, ...change } }))

let cached: { readonly keys: Preferences['keys']; readonly commands: readonly Command[] } | null = null

/** The commands with the keys of a user; the same object while the keys are the same. */
export function commandsWith(keys: Preferences['keys']): readonly Command[] {
  if (cached?.keys !== keys) cached = { keys, commands: effectiveCommands(keys) }
  return cached.commands
}

/** The commands with this user's keys; the component draws again when those change. */
export const useCommands = (): readonly Command[] =>
  useWinnow(({ preferences }) => commandsWith(preferences.keys))
