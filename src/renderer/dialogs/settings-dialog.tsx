import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { languages, type Preferences, paneChoices, textSizes, themes } from '../../core/preferences.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { changePreferences } from '../state/preferences.ts'
import { runCommand } from '../state/run-command.ts'
import { Choices } from './choices.tsx'
import './dialog.css'
import './settings-dialog.css'

/** How Winnow looks to this user. Every choice shows at once and is kept. */
export function SettingsDialog(): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const now = useWinnow((state) => state.preferences)
  const change = (changed: Partial<Preferences>): void => void changePreferences(controller, changed)
  return (
    <Dialog.Root open onOpenChange={(open) => !open && controller.store.setState({ dialog: null })}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog settings-dialog">
          <header>
            <Dialog.Title>{t('settings.title')}</Dialog.Title>
            <Dialog.Close>{t('settings.close')}</Dialog.Close>
          </header>
          <Choices
            className="settings-choices"
            legend={t('settings.theme')}
            values={themes}
            chosen={now.theme}
            name={(theme) => t(`settings.theme.${theme}`)}
            choose={(theme) => change({ theme })}
          />
          <Choices
            className="settings-choices"
            legend={t('settings.language')}
            values={languages}
            chosen={now.language}
            name={(language) => t(`settings.language.${language}`)}
            choose={(language) => change({ language })}
          />
          <Choices
            className="settings-choices"
            legend={t('settings.panes')}
            values={paneChoices}
            chosen={now.panes}
            name={(panes) => t(`settings.panes.${panes}`)}
            choose={(panes) => change({ panes })}
          />
          <fieldset>
            <legend>{t('settings.show')}</legend>
            <Check
              checked={now.showDocuments}
              name={t('settings.documents')}
              change={(showDocuments) => change({ showDocuments })}
            />
            <Check
              checked={now.showInspector}
              name={t('settings.inspector')}
              change={(showInspector) => change({ showInspector })}
            />
            <Check
              checked={now.whiteSpace}
              name={t('settings.white-space')}
              change={(whiteSpace) => change({ whiteSpace })}
            />
          </fieldset>
          <TextSize size={now.textSize} change={(textSize) => change({ textSize })} />
          <footer>
            <button type="button" onClick={() => runCommand(controller, 'change-keys')}>
              {t('command.change-keys')}
            </button>
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Check(props: { checked: boolean; name: string; change: (checked: boolean) => void }): ReactNode {
  return (
    <label className="settings-check">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.change(event.target.checked)}
      />
      {props.name}
    </label>
  )
}

function TextSize(props: { size: number; change: (size: number) => void }): ReactNode {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="settings-size">
      <label htmlFor={id}>{t('settings.text-size')}</label>
      <input
        id={id}
        type="range"
        min={textSizes.least}
        max={textSizes.most}
        step={textSizes.step}
        value={props.size}
        aria-valuetext={t('settings.pixels', { size: props.size })}
        onChange={(event) => props.change(Number(event.target.value))}
      />
      <output htmlFor={id}>{t('settings.pixels', { size: props.size })}</output>
    </div>
  )
}
