import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type CommandContext, canBeGiven, type KeyTarget, labelKeys } from '../../core/commands.ts'
import { displayKey } from '../../core/key-binding.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { useController } from '../state/controller-context.ts'
import { useCommands } from '../state/preferences.ts'
import { searchKey } from '../state/text-filter.ts'
import { isMac } from '../workspace/is-mac.ts'
import './dialog.css'
import './command-palette.css'

interface Entry {
  readonly id: string
  readonly name: string
  readonly keys: readonly string[]
  readonly target: KeyTarget
}

/** Finds every command and label by its name, whatever the case and diacritics, and gives it. */
export function CommandPalette(props: {
  context: CommandContext
  labelSet: LabelSet | null
  perform: (target: KeyTarget) => void
}): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const commands = useCommands()
  const { context, labelSet, perform } = props
  const input = useRef<HTMLInputElement>(null)
  const entries = useMemo(
    (): Entry[] => [
      ...(labelSet?.labels ?? []).map((label, index) => ({
        id: `label ${label.name}`,
        name: t('command.label', { label: label.name }),
        keys: labelSet ? labelKeys(labelSet, index) : [],
        target: { label: label.name, reach: 'selection' as const },
      })),
      ...commands
        .filter(({ id, when }) => id !== 'palette' && canBeGiven(when, context))
        .map(({ id, keys }) => ({ id, name: t(`command.${id}`), keys, target: { command: id } })),
    ],
    [t, commands, context, labelSet],
  )

  const give = (target: KeyTarget): void => {
    controller.store.setState({ dialog: null })
    // The closing dialog gives the focus back first, so that a command which moves it has the last word.
    setTimeout(() => perform(target))
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && controller.store.setState({ dialog: null })}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog command-palette" initialFocus={input}>
          <Dialog.Title className="visually-hidden">{t('palette.title')}</Dialog.Title>
          <Autocomplete.Root
            inline
            open
            autoHighlight="always"
            items={entries}
            itemToStringValue={(entry: Entry) => entry.name}
            filter={(entry: Entry, query: string) => matches(entry.name, query)}
          >
            <Autocomplete.Input
              ref={input}
              aria-label={t('palette.search')}
              placeholder={t('palette.search')}
            />
            <Autocomplete.Empty className="palette-empty">{t('palette.none')}</Autocomplete.Empty>
            <Autocomplete.List className="palette-list" aria-label={t('palette.title')}>
              {(entry: Entry) => (
                <Autocomplete.Item
                  key={entry.id}
                  value={entry}
                  className="palette-item"
                  onClick={() => give(entry.target)}
                >
                  <span>{entry.name}</span>
                  {entry.keys.slice(0, 2).map((key) => (
                    <kbd key={key}>{displayKey(key, isMac)}</kbd>
                  ))}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Whether each word of `query` begins a word of `name`, or `query` as a whole stands in it. */
function matches(name: string, query: string): boolean {
  const text = searchKey(name)
  const wanted = searchKey(query).trim()
  return text.includes(wanted) || wanted.split(/\s+/).every((word) => ` ${text}`.includes(` ${word}`))
}
