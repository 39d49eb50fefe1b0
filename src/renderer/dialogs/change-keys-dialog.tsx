import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Command, type CommandId, commandGroups, commands as table } from '../../core/commands.ts'
import { displayKey } from '../../core/key-binding.ts'
import { chooseKey } from '../../core/key-remapping.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { changePreferences, useCommands } from '../state/preferences.ts'
import { isMac } from '../workspace/is-mac.ts'
import { useNextKey } from './use-next-key.ts'
import './dialog.css'
import './change-keys-dialog.css'

/** Which key is being chosen: the one at `place` among those of the command, or one more behind them. */
interface Choosing {
  readonly id: CommandId
  readonly place: number
}

/** All commands with their keys, each of which can be another one, go, or come back. */
export function ChangeKeysDialog({ labelSet }: { labelSet: LabelSet | null }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const commands = useCommands()
  const own = useWinnow(({ preferences }) => preferences.keys)
  const [choosing, setChoosing] = useState<Choosing | null>(null)
  const [refused, setRefused] = useState<string | null>(null)

  const keep = (id: CommandId, keys: readonly string[] | null): void => {
    const { [id]: _, ...others } = own
    void changePreferences(controller, { keys: keys ? { ...others, [id]: [...new Set(keys)] } : others })
    setChoosing(null)
    setRefused(null)
  }

  const choose = (next: Choosing | null): void => {
    setChoosing(next)
    setRefused(null)
  }

  useNextKey(choosing !== null, (press) => {
    const command = commands.find(({ id }) => id === choosing?.id)
    if (!choosing || !command) return
    if (press.key === 'Escape') return choose(null)
    const chosen = chooseKey(press, command.id, commands, labelSet)
    if (chosen.kind === 'free') keep(command.id, command.keys.toSpliced(choosing.place, 1, chosen.key))
    else if (chosen.kind === 'taken') {
      const { by } = chosen
      const owner =
        'command' in by
          ? t(`command.${by.command}`)
          : by.reach === 'down-to-here'
            ? t('command.down-to-here')
            : t('command.label', { label: by.label })
      setRefused(t('keys.taken', { key: displayKey(chosen.key, isMac), owner }))
    }
  })

  return (
    <Dialog.Root open onOpenChange={(open) => !open && controller.store.setState({ dialog: null })}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog change-keys-dialog">
          <header>
            <Dialog.Title>{t('keys.title')}</Dialog.Title>
            <button
              type="button"
              disabled={Object.keys(own).length === 0}
              onClick={() => {
                void changePreferences(controller, { keys: {} })
                choose(null)
              }}
            >
              {t('keys.reset-all')}
            </button>
            <Dialog.Close>{t('keys.close')}</Dialog.Close>
          </header>
          <p className="keys-hint">{t('keys.hint')}</p>
          {commandGroups.map((group) => (
            <section key={group} aria-label={t(`help.group.${group}`)}>
              <h3>{t(`help.group.${group}`)}</h3>
              <ul>
                {commands
                  .filter((command) => command.group === group)
                  .map((command) => (
                    <CommandKeys
                      key={command.id}
                      command={command}
                      changed={isChanged(command)}
                      choosing={choosing?.id === command.id ? choosing.place : null}
                      refused={choosing?.id === command.id ? refused : null}
                      choose={(place) => choose(place === null ? null : { id: command.id, place })}
                      keep={(keys) => keep(command.id, keys)}
                    />
                  ))}
              </ul>
            </section>
          ))}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const isChanged = ({ id, keys }: Command): boolean =>
  table.find((command) => command.id === id)?.keys.join(' ') !== keys.join(' ')

function CommandKeys(props: {
  command: Command
  changed: boolean
  /** Which of its keys is being chosen, null if none. */
  choosing: number | null
  /** Why the last key pressed cannot be it. */
  refused: string | null
  choose: (place: number | null) => void
  keep: (keys: readonly string[] | null) => void
}): ReactNode {
  const { t } = useTranslation()
  const { command, choosing } = props
  const name = t(`command.${command.id}`)
  const prompt = useRef<HTMLSpanElement>(null)
  const buttons = useRef<HTMLDivElement>(null)
  const wasChoosing = useRef(false)
  useLayoutEffect(() => {
    // What had the focus is gone from the page.
    if (choosing !== null) prompt.current?.focus()
    else if (wasChoosing.current) buttons.current?.querySelector('button')?.focus()
    wasChoosing.current = choosing !== null
  }, [choosing])
  return (
    <li>
      <span>{name}</span>
      {choosing === null ? (
        <div ref={buttons}>
          {command.keys.map((key, place) => (
            <button
              type="button"
              key={key}
              aria-label={t('keys.change', { command: name, key: displayKey(key, isMac) })}
              onClick={() => props.choose(place)}
            >
              <kbd>{displayKey(key, isMac)}</kbd>
            </button>
          ))}
          <button
            type="button"
            aria-label={t('keys.add-to', { command: name })}
            onClick={() => props.choose(command.keys.length)}
          >
            {t('keys.add')}
          </button>
          {props.changed && (
            <button
              type="button"
              aria-label={t('keys.reset-of', { command: name })}
              onClick={() => props.keep(null)}
            >
              {t('keys.reset')}
            </button>
          )}
        </div>
      ) : (
        <div className="keys-choosing">
          <span ref={prompt} tabIndex={-1} role="status">
            {t('keys.press', { cancel: displayKey('Escape', isMac) })}
          </span>
          {choosing < command.keys.length && (
            <button
              type="button"
              onClick={() => props.keep(command.keys.filter((_, place) => place !== choosing))}
            >
              {t('keys.remove')}
            </button>
          )}
          <button type="button" onClick={() => props.choose(null)}>
            {t('keys.cancel')}
          </button>
          {props.refused && <p role="alert">{props.refused}</p>}
        </div>
      )}
    </li>
  )
}
