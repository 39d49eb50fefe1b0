import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type CommandContext, type CommandId, commandGroups, keyMap, labelKeys } from '../../core/commands.ts'
import { displayKey } from '../../core/key-binding.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { useController } from '../state/controller-context.ts'
import { useCommands } from '../state/preferences.ts'
import { runCommand } from '../state/run-command.ts'
import { isMac } from '../workspace/is-mac.ts'
import './dialog.css'

/** All keys of the place one is in, from the command table, the user's own keys and the label set. */
export function HelpDialog(props: { context: CommandContext; labelSet: LabelSet | null }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const { context, labelSet } = props
  const commands = useCommands()
  const map = keyMap(context, labelSet, commands)
  const means = (key: string, id: CommandId): boolean => {
    const target = map.get(key)
    return target !== undefined && 'command' in target && target.command === id
  }
  const here = commands
    .map((command) => ({ ...command, keys: command.keys.filter((key) => means(key, command.id)) }))
    .filter(({ keys }) => keys.length > 0)
  const groups = commandGroups
    .map((group) => ({ group, commands: here.filter((command) => command.group === group) }))
    .filter(({ commands }) => commands.length > 0)
  return (
    <Dialog.Root open onOpenChange={(open) => !open && controller.store.setState({ dialog: null })}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog help-dialog">
          <header>
            <Dialog.Title>{t('help.title')}</Dialog.Title>
            <button type="button" onClick={() => runCommand(controller, 'change-keys')}>
              {t('command.change-keys')}
            </button>
            <Dialog.Close>{t('help.close')}</Dialog.Close>
          </header>
          <div className="help-groups">
            {groups.map(({ group, commands }) => (
              <section key={group}>
                <h3>{t(`help.group.${group}`)}</h3>
                <dl>
                  {group === 'label' &&
                    labelSet?.labels.map((label, index) => (
                      <div key={label.name}>
                        <dt>{t('command.label', { label: label.name })}</dt>
                        <dd>
                          <Keys keys={labelKeys(labelSet, index)} />
                        </dd>
                      </div>
                    ))}
                  {group === 'label' && labelSet?.labels[0] && (
                    <div>
                      <dt>{t('command.down-to-here')}</dt>
                      <dd>
                        <Keys keys={[`Shift+${labelSet.labels[0].key}`]} />
                      </dd>
                    </div>
                  )}
                  {commands.map((command) => (
                    <div key={command.id}>
                      <dt>{t(`command.${command.id}`)}</dt>
                      <dd>
                        <Keys keys={command.keys} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
          {labelSet && <p className="help-mouse">{t('help.mouse')}</p>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Keys({ keys }: { keys: readonly string[] }): ReactNode {
  return keys.map((key) => <kbd key={key}>{displayKey(key, isMac)}</kbd>)
}
