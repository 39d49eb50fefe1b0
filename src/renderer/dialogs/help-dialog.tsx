import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { commands, labelKeys } from '../../core/commands.ts'
import { displayKey } from '../../core/key-binding.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { useController } from '../state/controller-context.ts'
import { isMac } from '../workspace/is-mac.ts'
import './dialog.css'

const groups = ['move', 'select', 'label', 'segment', 'document', 'winnow'] as const

/** All keys of the workspace, from the command table and the label set. */
export function HelpDialog({ labelSet }: { labelSet: LabelSet }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  return (
    <Dialog.Root open onOpenChange={(open) => !open && controller.store.setState({ dialog: null })}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog help-dialog">
          <header>
            <Dialog.Title>{t('help.title')}</Dialog.Title>
            <Dialog.Close>{t('help.close')}</Dialog.Close>
          </header>
          <div className="help-groups">
            {groups.map((group) => (
              <section key={group}>
                <h3>{t(`help.group.${group}`)}</h3>
                <dl>
                  {group === 'label' &&
                    labelSet.labels.map((label, index) => (
                      <div key={label.name}>
                        <dt>{t('command.label', { label: label.name })}</dt>
                        <dd>
                          <Keys keys={labelKeys(labelSet, index)} />
                        </dd>
                      </div>
                    ))}
                  {group === 'label' && labelSet.labels[0] && (
                    <div>
                      <dt>{t('command.down-to-here')}</dt>
                      <dd>
                        <Keys keys={[`Shift+${labelSet.labels[0].key}`]} />
                      </dd>
                    </div>
                  )}
                  {commands
                    .filter((command) => command.group === group)
                    .map((command) => (
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
          <p className="help-mouse">{t('help.mouse')}</p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Keys({ keys }: { keys: readonly string[] }): ReactNode {
  return keys.map((key) => <kbd key={key}>{displayKey(key, isMac)}</kbd>)
}
