import { type Command, type CommandContext, type CommandId, type KeyTarget, keyMap } from './commands.ts'
import { type KeyPress, keyNames } from './key-binding.ts'
import type { LabelSet } from './label-set.ts'

/** What came of a key press that is to become a command's key. */
export type ChosenKey =
  /** Nothing: a key like Shift alone, one that moves the focus, or one that an input method has. */
  | { readonly kind: 'none' }
  | { readonly kind: 'free'; readonly key: string }
  | { readonly kind: 'taken'; readonly key: string; readonly by: KeyTarget }

const noCommand = new Set([
  'Tab',
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'NumLock',
  'Fn',
  'OS',
])

/**
 * What the key press would be as a key of command `id`, where all commands have the keys of `effective`. A key is
 * taken if it means something else wherever the command can be given, the labels' keys included.
 */
export function chooseKey(
  press: KeyPress,
  id: CommandId,
  effective: readonly Command[],
  labelSet: LabelSet | null,
): ChosenKey {
  const names = noCommand.has(press.key) ? [] : keyNames(press)
  // A letter of another script is kept as the Latin letter of its place, which works on every layout.
  const key = names.find((name) => /^[\x20-\x7e]+$/.test(name)) ?? names[0]
  if (key === undefined) return { kind: 'none' }
  const when = effective.find((command) => command.id === id)?.when ?? 'anywhere'
  // With the caret in a segment its commands go before those of the workspace, and may have their keys.
  const others = effective.filter(
    (command) => command.id !== id && !(when === 'caret' && command.when === 'workspace'),
  )
  for (const context of meeting(when, others)) {
    const map = keyMap(context, labelSet, others)
    for (const name of names) {
      const by = map.get(name)
      if (by) return { kind: 'taken', key, by }
    }
  }
  return { kind: 'free', key }
}

/** The contexts in which a command of context `when` can be given. */
const meeting = (when: CommandContext, others: readonly Command[]): Set<CommandContext> =>
  new Set(when === 'anywhere' ? [when, ...others.map((command) => command.when)] : [when])
