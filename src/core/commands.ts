import type { LabelSet } from './label-set.ts'

/**
 * Where a command can be given. `workspace`: a corpus is open and no dialog or text field has the keys. `flag-menu`,
 * `find-bar`, `search`, `repeats`, `repeated-lines`, `review`: that has the
 * keys. `caret`: the caret is in the current segment; keys it has no use for act as
 * in the workspace.
 */
export type CommandContext =
  | 'anywhere'
  | 'workspace'
  | 'flag-menu'
  | 'find-bar'
  | 'search'
  | 'caret'
  | 'repeats'
  | 'repeated-lines'
  | 'review'

/** In the order in which they are listed. */
export const commandGroups = ['move', 'select', 'label', 'segment', 'document', 'view', 'winnow'] as const

interface CommandEntry {
  readonly id: string
  /** In the words of `keyNames`. The first one is shown; one without keys is found in the palette. */
  readonly keys: readonly string[]
  readonly when: CommandContext
  readonly group: (typeof commandGroups)[number]
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
  { id: 'next-to-review', keys: [','], when: 'workspace', group: 'move' },
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
  { id: 'confirm-segment', keys: [' '], when: 'workspace', group: 'label' },
  { id: 'label-rest', keys: ['e'], when: 'workspace', group: 'label' },
  { id: 'repeat-label', keys: ['.'], when: 'workspace', group: 'label' },
  { id: 'accept-suggestion', keys: ['Enter'], when: 'workspace', group: 'label' },
  { id: 'accept-run', keys: ['Shift+Enter'], when: 'workspace', group: 'label' },
  { id: 'accept-document', keys: ['Mod+Enter'], when: 'workspace', group: 'label' },
  { id: 'lower-threshold', keys: ['['], when: 'workspace', group: 'label' },
  { id: 'raise-threshold', keys: [']'], when: 'workspace', group: 'label' },
  { id: 'toggle-suggestions', keys: ['F4'], when: 'workspace', group: 'label' },
  { id: 'undo', keys: ['z', 'Mod+z'], when: 'workspace', group: 'label' },
  { id: 'redo', keys: ['Shift+z', 'Mod+Shift+z', 'Mod+y'], when: 'workspace', group: 'label' },
  { id: 'label-repeats', keys: ['r'], when: 'workspace', group: 'label' },
  { id: 'repeats-scope', keys: ['s'], when: 'repeats', group: 'label' },
  { id: 'repeats-overwrite', keys: ['a'], when: 'repeats', group: 'label' },
  { id: 'repeats-rule', keys: ['r'], when: 'repeats', group: 'label' },
  { id: 'repeated-lines', keys: ['Shift+r'], when: 'workspace', group: 'label' },
  { id: 'lines-next', keys: ['j', 'ArrowDown'], when: 'repeated-lines', group: 'label' },
  { id: 'lines-previous', keys: ['k', 'ArrowUp'], when: 'repeated-lines', group: 'label' },
  { id: 'lines-page-down', keys: ['PageDown'], when: 'repeated-lines', group: 'label' },
  { id: 'lines-page-up', keys: ['PageUp'], when: 'repeated-lines', group: 'label' },
  { id: 'lines-first', keys: ['Home', 'g'], when: 'repeated-lines', group: 'label' },
  { id: 'lines-last', keys: ['End', 'Shift+g'], when: 'repeated-lines', group: 'label' },
  { id: 'lines-next-unlabelled', keys: ['u'], when: 'repeated-lines', group: 'label' },
  { id: 'lines-preview', keys: ['Enter'], when: 'repeated-lines', group: 'label' },
  { id: 'lines-undo', keys: ['z', 'Mod+z'], when: 'repeated-lines', group: 'label' },
  { id: 'lines-redo', keys: ['Shift+z', 'Mod+Shift+z', 'Mod+y'], when: 'repeated-lines', group: 'label' },
  { id: 'lines-search', keys: ['/'], when: 'repeated-lines', group: 'label' },
  { id: 'lines-filter', keys: ['f'], when: 'repeated-lines', group: 'label' },
  { id: 'lines-scope', keys: ['s'], when: 'repeated-lines', group: 'label' },
  { id: 'undo-propagation', keys: [], when: 'workspace', group: 'label' },
  { id: 'review-labels', keys: ['Shift+d'], when: 'workspace', group: 'document' },
  { id: 'review-next', keys: ['j', 'ArrowDown'], when: 'review', group: 'document' },
  { id: 'review-previous', keys: ['k', 'ArrowUp'], when: 'review', group: 'document' },
  { id: 'review-keep', keys: [' '], when: 'review', group: 'document' },
  { id: 'review-change', keys: ['Enter'], when: 'review', group: 'document' },
  { id: 'review-open', keys: ['ArrowRight'], when: 'review', group: 'document' },
  { id: 'review-undo', keys: ['z', 'Mod+z'], when: 'review', group: 'document' },
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
  { id: 'next-to-learn', keys: ['Shift+p'], when: 'workspace', group: 'document' },
  { id: 'filter-documents', keys: ['/', 'Mod+p'], when: 'workspace', group: 'document' },
  { id: 'work-lists', keys: ['Shift+a'], when: 'workspace', group: 'document' },
  { id: 'list-options', keys: ['Shift+l'], when: 'workspace', group: 'document' },
  { id: 'group-by-site', keys: [], when: 'workspace', group: 'document' },
  { id: 'guidelines', keys: ['F2'], when: 'workspace', group: 'winnow' },
  { id: 'practice', keys: [], when: 'workspace', group: 'winnow' },
  { id: 'edit-label-set', keys: ['Shift+e'], when: 'workspace', group: 'winnow' },
  { id: 'undo-label-set', keys: [], when: 'workspace', group: 'winnow' },
  { id: 'find', keys: ['Mod+f'], when: 'workspace', group: 'document' },
  { id: 'find-next', keys: ['F3', 'Mod+g'], when: 'workspace', group: 'document' },
  { id: 'find-previous', keys: ['Shift+F3', 'Mod+Shift+g'], when: 'workspace', group: 'document' },
  { id: 'find-bar-next', keys: ['Enter', 'F3'], when: 'find-bar', group: 'document' },
  { id: 'find-bar-previous', keys: ['Shift+Enter', 'Shift+F3'], when: 'find-bar', group: 'document' },
  { id: 'find-bar-select', keys: ['Alt+Enter'], when: 'find-bar', group: 'document' },
  { id: 'find-bar-close', keys: ['Escape'], when: 'find-bar', group: 'document' },
  { id: 'search-corpus', keys: ['Mod+Shift+f'], when: 'workspace', group: 'document' },
  { id: 'found-next', keys: ['ArrowDown'], when: 'search', group: 'document' },
  { id: 'found-previous', keys: ['ArrowUp'], when: 'search', group: 'document' },
  { id: 'found-open', keys: ['Enter'], when: 'search', group: 'document' },
  { id: 'next-panes', keys: ['F8'], when: 'workspace', group: 'view' },
  { id: 'panes-both', keys: [], when: 'workspace', group: 'view' },
  { id: 'panes-raw', keys: [], when: 'workspace', group: 'view' },
  { id: 'panes-segments', keys: [], when: 'workspace', group: 'view' },
  { id: 'toggle-documents', keys: ['Mod+b'], when: 'workspace', group: 'view' },
  { id: 'toggle-inspector', keys: ['Mod+i'], when: 'workspace', group: 'view' },
  { id: 'toggle-source', keys: ['F7'], when: 'workspace', group: 'view' },
  { id: 'toggle-white-space', keys: ['F9'], when: 'workspace', group: 'view' },
  { id: 'text-larger', keys: ['Mod+=', 'Mod++'], when: 'workspace', group: 'view' },
  { id: 'text-smaller', keys: ['Mod+-'], when: 'workspace', group: 'view' },
  { id: 'text-normal', keys: ['Mod+0'], when: 'workspace', group: 'view' },
  { id: 'theme-light', keys: [], when: 'anywhere', group: 'view' },
  { id: 'theme-dark', keys: [], when: 'anywhere', group: 'view' },
  { id: 'theme-system', keys: [], when: 'anywhere', group: 'view' },
  { id: 'language-en', keys: [], when: 'anywhere', group: 'view' },
  { id: 'language-vi', keys: [], when: 'anywhere', group: 'view' },
  { id: 'language-system', keys: [], when: 'anywhere', group: 'view' },
  { id: 'reading', keys: [], when: 'workspace', group: 'winnow' },
  { id: 'troubles', keys: [], when: 'workspace', group: 'winnow' },
  { id: 'export', keys: ['Mod+e'], when: 'workspace', group: 'winnow' },
  { id: 'import', keys: ['Mod+Shift+e'], when: 'workspace', group: 'winnow' },
  { id: 'undo-import', keys: [], when: 'workspace', group: 'winnow' },
  { id: 'recovery', keys: [], when: 'workspace', group: 'winnow' },
  { id: 'earlier-versions', keys: [], when: 'workspace', group: 'winnow' },
  { id: 'restore-day', keys: [], when: 'workspace', group: 'winnow' },
  { id: 'delete-labels', keys: [], when: 'workspace', group: 'winnow' },
  { id: 'trash', keys: [], when: 'workspace', group: 'winnow' },
  { id: 'close-corpus', keys: ['Mod+Backspace'], when: 'workspace', group: 'winnow' },
  { id: 'palette', keys: ['Mod+k', 'Mod+Shift+p'], when: 'anywhere', group: 'winnow' },
  { id: 'settings', keys: ['Mod+,'], when: 'anywhere', group: 'winnow' },
  { id: 'change-keys', keys: [], when: 'anywhere', group: 'winnow' },
  { id: 'help', keys: ['?', 'F1'], when: 'anywhere', group: 'winnow' },
] as const satisfies readonly CommandEntry[]

export type CommandId = (typeof table)[number]['id']

export type Command = CommandEntry & { readonly id: CommandId }

/** Every command once, with the keys it has by itself. No key is named anywhere else. */
export const commands: readonly Command[] = table

/** The commands with the keys that a user has given some of them, by the command's id, in place of their own. */
export const effectiveCommands = (keys: Readonly<Record<string, readonly string[]>>): readonly Command[] =>
  table.map((command) => ({ ...command, keys: keys[command.id] ?? command.keys }))

/** Whether a command of `when` can be given in `context`. */
export const canBeGiven = (when: CommandContext, context: CommandContext): boolean =>
  when === 'anywhere' || when === context || (when === 'workspace' && context === 'caret')

/** What a key asks for: a command, or a label of the label set. */
export type KeyTarget =
  | { readonly command: CommandId }
  | { readonly label: string; readonly reach: 'selection' | 'down-to-here' }

/** Where the keys of the labels label. */
const contextsWithLabels: ReadonlySet<CommandContext> = new Set([
  'workspace',
  'caret',
  'repeats',
  'repeated-lines',
  'review',
])

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
export function keyMap(
  context: CommandContext,
  labelSet: LabelSet | null,
  effective: readonly Command[] = commands,
): Map<string, KeyTarget> {
  const map = new Map<string, KeyTarget>()
  if (contextsWithLabels.has(context))
    labelSet?.labels.forEach((label, index) => {
      for (const key of labelKeys(labelSet, index)) {
        map.set(key, { label: label.name, reach: 'selection' })
        map.set(`Shift+${key}`, { label: label.name, reach: 'down-to-here' })
      }
    })
  const add = (when: CommandContext): void => {
    for (const command of effective)
      if (command.when === when) for (const key of command.keys) map.set(key, { command: command.id })
  }
  add('anywhere')
  if (context === 'caret') add('workspace')
  add(context)
  return map
}

/** The labels whose key cannot work since a command has it in the workspace. */
export function keyClashes(
  labelSet: LabelSet,
  effective: readonly Command[] = commands,
): { label: string; key: string; command: CommandId }[] {
  return labelSet.labels.flatMap((label, index) =>
    labelKeys(labelSet, index).flatMap((key) => {
      const command = effective.find(
        ({ keys, when }) => (when === 'anywhere' || when === 'workspace') && keys.includes(key),
      )
      return command ? [{ label: label.name, key, command: command.id }] : []
    }),
  )
}
