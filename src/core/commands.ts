import type { LabelSet } from './label-set.ts'

/**
 * Where a command can be given. `workspace`: a corpus is open and no dialog or text field has the keys. `flag-menu`:
 * that dialog is open. `caret`: the caret is in the current segment; keys it has no use for act as in the workspace.
 */
export type CommandContext = 'anywhere' | 'workspace' | 'flag-menu' | 'caret'

interface CommandEntry {
  readonly id: string
  /** In the words of `keyNames`. The first one is shown. */
  readonly keys: readonly string[]
  readonly when: CommandContext
  readonly group: 'move' | 'select' | 'label' | 'segment' | 'document' | 'winnow'
}

const table = [
  { id: 'move-next', keys: ['j', 'ArrowDown'], when: 'workspace', group: 'move' },
  { id: 'move-previous', keys: ['k', 'ArrowUp'], when: 'workspace', group: 'move' },
  { id: 'move-page-down', keys: ['PageDown'], when: 'workspace', group: 'move' },
  { id: 'move-page-up', keys: ['PageUp'], when: 'workspace', group: 'move' },
  { id: 'move-first', keys: ['Home', 'g'], when: 'workspace', group: 'move' },
  { id: 'move-last', keys: ['End', 'Shift+g'], when: 'workspace', group: 'move' },
  { id: 'next-unlabelled', keys: ['u'], when: 'workspace', group: 'move' },
  { id: 'previous-unlabelled', keys: ['Shift+u'], when: 'workspace', group: 'move' },
  { id: 'extend-next', keys: ['Shift+j', 'Shift+ArrowDown'], when: 'workspace', group: 'select' },
  { id: 'extend-previous', keys: ['Shift+k', 'Shift+ArrowUp'], when: 'workspace', group: 'select' },
  { id: 'extend-page-down', keys: ['Shift+PageDown'], when: 'workspace', group: 'select' },
  { id: 'extend-page-up', keys: ['Shift+PageUp'], when: 'workspace', group: 'select' },
  { id: 'extend-first', keys: ['Shift+Home'], when: 'workspace', group: 'select' },
  { id: 'extend-last', keys: ['Shift+End'], when: 'workspace', group: 'select' },
  { id: 'select-all', keys: ['Mod+a'], when: 'workspace', group: 'select' },
  { id: 'select-run', keys: ['a'], when: 'workspace', group: 'select' },
  { id: 'collapse-selection', keys: ['Escape'], when: 'workspace', group: 'select' },
  { id: 'clear-label', keys: ['Backspace', 'Delete', '0'], when: 'workspace', group: 'label' },
  { id: 'label-rest', keys: ['e'], when: 'workspace', group: 'label' },
  { id: 'repeat-label', keys: ['.'], when: 'workspace', group: 'label' },
  { id: 'undo', keys: ['z', 'Mod+z'], when: 'workspace', group: 'label' },
  { id: 'redo', keys: ['Shift+z', 'Mod+Shift+z', 'Mod+y'], when: 'workspace', group: 'label' },
  { id: 'place-caret', keys: ['s'], when: 'workspace', group: 'segment' },
  { id: 'split', keys: ['Enter', 's'], when: 'caret', group: 'segment' },
  { id: 'caret-left', keys: ['ArrowLeft'], when: 'caret', group: 'segment' },
  { id: 'caret-right', keys: ['ArrowRight'], when: 'caret', group: 'segment' },
  { id: 'caret-word-left', keys: ['Mod+ArrowLeft', 'Alt+ArrowLeft'], when: 'caret', group: 'segment' },
  { id: 'caret-word-right', keys: ['Mod+ArrowRight', 'Alt+ArrowRight'], when: 'caret', group: 'segment' },
  { id: 'caret-start', keys: ['Home'], when: 'caret', group: 'segment' },
  { id: 'caret-end', keys: ['End'], when: 'caret', group: 'segment' },
  { id: 'leave-caret', keys: ['Escape'], when: 'caret', group: 'segment' },
  { id: 'merge-next', keys: ['m'], when: 'workspace', group: 'segment' },
  { id: 'merge-previous', keys: ['Shift+m'], when: 'workspace', group: 'segment' },
  { id: 'segmentation', keys: ['Shift+s'], when: 'workspace', group: 'segment' },
  { id: 'toggle-done', keys: ['d'], when: 'workspace', group: 'document' },
  { id: 'toggle-skipped', keys: ['i'], when: 'workspace', group: 'document' },
  { id: 'flag', keys: ['f'], when: 'workspace', group: 'document' },
  { id: 'flag-not-article', keys: ['1'], when: 'flag-menu', group: 'document' },
  { id: 'flag-unsure', keys: ['2'], when: 'flag-menu', group: 'document' },
  { id: 'flag-broken-text', keys: ['3'], when: 'flag-menu', group: 'document' },
  { id: 'unflag', keys: ['0'], when: 'flag-menu', group: 'document' },
  { id: 'note', keys: ['Shift+n'], when: 'workspace', group: 'document' },
  { id: 'next-document', keys: ['n'], when: 'workspace', group: 'document' },
  { id: 'previous-document', keys: ['p'], when: 'workspace', group: 'document' },
  { id: 'filter-documents', keys: ['/', 'Mod+p'], when: 'workspace', group: 'document' },
  { id: 'list-options', keys: ['Shift+l'], when: 'workspace', group: 'document' },
  { id: 'guidelines', keys: ['F2'], when: 'workspace', group: 'winnow' },
  { id: 'practice', keys: [], when: 'workspace', group: 'winnow' },
  { id: 'edit-label-set', keys: ['Shift+e'], when: 'workspace', group: 'winnow' },
  { id: 'undo-label-set', keys: [], when: 'workspace', group: 'winnow' },
  { id: 'export', keys: ['Mod+e'], when: 'workspace', group: 'winnow' },
  { id: 'close-corpus', keys: ['Mod+Backspace'], when: 'workspace', group: 'winnow' },
  { id: 'help', keys: ['?', 'F1'], when: 'anywhere', group: 'winnow' },
] as const satisfies readonly CommandEntry[]

export type CommandId = (typeof table)[number]['id']

export type Command = CommandEntry & { readonly id: CommandId }

/** Every command once. Key matcher, help sheet and key bar read it; no key is named anywhere else. */
export const commands: readonly Command[] = table

/** What a key asks for: a command, or a label of the label set. */
export type KeyTarget =
  | { readonly command: CommandId }
  | { readonly label: string; readonly reach: 'selection' | 'down-to-here' }

/** The keys of a label: its own letter, and the digit of its place among the first nine. */
export const labelKeys = (labelSet: LabelSet, index: number): string[] => {
  const label = labelSet.labels[index]
  if (!label) return []
  return index < 9 ? [label.key, String(index + 1)] : [label.key]
}

/**
 * Which key asks for what in `context`, with the label set's own keys. Where a label's key is a command's too, the
 * command keeps it; {@link keyClashes} names such labels.
 */
export function keyMap(context: CommandContext, labelSet: LabelSet | null): Map<string, KeyTarget> {
  const map = new Map<string, KeyTarget>()
  if (context === 'workspace' || context === 'caret')
    labelSet?.labels.forEach((label, index) => {
      for (const key of labelKeys(labelSet, index)) {
        map.set(key, { label: label.name, reach: 'selection' })
        map.set(`Shift+${key}`, { label: label.name, reach: 'down-to-here' })
      }
    })
  const add = (when: CommandContext): void => {
    for (const command of commands)
      if (command.when === when) for (const key of command.keys) map.set(key, { command: command.id })
  }
  add('anywhere')
  if (context === 'caret') add('workspace')
  add(context)
  return map
}

/** The labels whose key cannot work since a command has it in the workspace. */
export function keyClashes(labelSet: LabelSet): { label: string; key: string; command: CommandId }[] {
  return labelSet.labels.flatMap((label, index) =>
    labelKeys(labelSet, index).flatMap((key) => {
      const command = commands.find(({ keys, when }) => when !== 'flag-menu' && keys.includes(key))
      return command ? [{ label: label.name, key, command: command.id }] : []
    }),
  )
}
