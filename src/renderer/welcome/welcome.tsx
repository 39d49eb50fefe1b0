import { FolderOpen, Settings, Wheat } from 'lucide-react'
import { type ReactNode, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyTarget } from '../../core/commands.ts'
import type { Folder, Value } from '../../core/contract.ts'
import { WindowDialogs } from '../dialogs/window-dialogs.tsx'
import { useController, useWinnow } from '../state/controller-context.ts'
import { runCommand } from '../state/run-command.ts'
import { useKeyboard } from '../workspace/use-keyboard.ts'
import { AnnotatorField } from './annotator-field.tsx'
import './welcome.css'

/** The screen on which a corpus is chosen. */
export function Welcome({ home }: { home: Value<'home'> }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const trouble = useWinnow((state) => state.welcomeTrouble)
  const opening = useWinnow((state) => state.opening)
  const perform = useCallback(
    (target: KeyTarget): void => {
      if ('command' in target) runCommand(controller, target.command)
    },
    [controller],
  )
  useKeyboard('anywhere', null, perform)
  const { sample } = home
  const given = new Set(home.given.map(({ id }) => id))

  return (
    <main className="welcome" aria-busy={opening}>
      <header>
        <h1>
          <Wheat aria-hidden="true" /> Winnow
        </h1>
        <p>{t('app.tagline')}</p>
      </header>

      {[trouble, home.trouble].map(
        (sentence) =>
          sentence && (
            <p key={sentence} className="welcome-trouble" role="alert">
              {sentence}
            </p>
          ),
      )}

      {home.host === 'electron' ? (
        <section className="welcome-open">
          <button
            type="button"
            className="primary"
            disabled={opening}
            onClick={() => void controller.chooseFolder()}
          >
            <FolderOpen aria-hidden="true" /> {t('welcome.open')}
          </button>
          <p>{t('welcome.open-hint')}</p>
        </section>
      ) : (
        home.given.length === 0 && (
          <section className="welcome-open">
            <p>{t('welcome.web-hint')}</p>
            <pre>npm start -- /path/to/dumps</pre>
          </section>
        )
      )}

      <Folders title={t('welcome.given')} folders={home.given} disabled={opening} />

      {sample && (
        <section>
          <h2>{t('welcome.sample')}</h2>
          <button
            type="button"
            className="welcome-sample"
            disabled={opening}
            onClick={() => void controller.openCorpus(sample.id)}
          >
            <strong>{t('welcome.sample-open')}</strong>
            <span>{t('welcome.sample-hint')}</span>
          </button>
        </section>
      )}

      <section>
        <button
          type="button"
          className="welcome-sample"
          disabled={opening}
          onClick={() => controller.store.setState({ practice: true })}
        >
          <strong>{t('practice.open')}</strong>
          <span>{t('practice.open-hint')}</span>
        </button>
      </section>

      <Folders
        title={t('welcome.recent')}
        folders={home.recent.filter(({ id }) => !given.has(id))}
        disabled={opening}
      />

      <AnnotatorField name={home.annotator} />
      <footer>
        {opening ? <span role="status">{t('welcome.opening')}</span> : <span>Winnow {home.version}</span>}
        <button type="button" onClick={() => runCommand(controller, 'settings')}>
          <Settings aria-hidden="true" /> {t('command.settings')}
        </button>
      </footer>
      <WindowDialogs context="anywhere" labelSet={null} perform={perform} />
    </main>
  )
}

function Folders(props: { title: string; folders: readonly Folder[]; disabled: boolean }): ReactNode {
  const controller = useController()
  if (props.folders.length === 0) return null
  return (
    <section>
      <h2>{props.title}</h2>
      <ul className="welcome-folders">
        {props.folders.map((folder) => (
          <li key={folder.id}>
            <button
              type="button"
              disabled={props.disabled}
              onClick={() => void controller.openCorpus(folder.id)}
            >
              <strong>{folder.name}</strong>
              <span>{folder.path}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
