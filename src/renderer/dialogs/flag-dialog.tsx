import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Flag, flags, isFlag } from '../../core/annotation.ts'
import { type CommandId, keyMap } from '../../core/commands.ts'
import { keyTarget } from '../../core/key-target.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { setFlag } from '../state/document-status.ts'
import { useCommands } from '../state/preferences.ts'
import { CommandKey } from '../workspace/command-key.tsx'
import { StatusIcon } from '../workspace/status-icon.tsx'
import './dialog.css'
import './flag-dialog.css'

const flagOf: Partial<Record<CommandId, Flag | null>> = {
  'flag-not-article': 'flagged-not-article',
  'flag-unsure': 'flagged-unsure',
  'flag-broken-text': 'flagged-broken-text',
  unflag: null,
}

const commandOf = {
  'flagged-not-article': 'flag-not-article',
  'flagged-unsure': 'flag-unsure',
  'flagged-broken-text': 'flag-broken-text',
} as const satisfies Record<Flag, CommandId>

/** Asks why the document is flagged: one key, or one click. */
export function FlagDialog(): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const commands = useCommands()
  const status = useWinnow(({ view }) => (view.kind === 'open' ? view.work.annotation.status : 'new'))
  return (
    <Dialog.Root open onOpenChange={(open) => !open && controller.store.setState({ dialog: null })}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup
          className="dialog flag-dialog"
          onKeyDown={(event) => {
            const map = keyMap('flag-menu', null, commands)
            const target = keyTarget(event.nativeEvent, map)
            const flag = target && 'command' in target ? flagOf[target.command] : undefined
            if (flag === undefined) return
            event.preventDefault()
            setFlag(controller, flag)
          }}
        >
          <Dialog.Title>{t('flag.title')}</Dialog.Title>
          <ul>
            {flags.map((flag) => (
              <li key={flag}>
                <button type="button" onClick={() => setFlag(controller, flag)}>
                  <CommandKey id={commandOf[flag]} />
                  <StatusIcon status={flag} />
                  <span>
                    <strong>{t(`flag.${flag}`)}</strong>
                    <small>{t(`flag.${flag}-hint`)}</small>
                  </span>
                </button>
              </li>
            ))}
            {isFlag(status) && (
              <li>
                <button type="button" onClick={() => setFlag(controller, null)}>
                  <CommandKey id="unflag" />
                  <span>{t('flag.none')}</span>
                </button>
              </li>
            )}
          </ul>
          <footer>
            <Dialog.Close>{t('flag.cancel')}</Dialog.Close>
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
