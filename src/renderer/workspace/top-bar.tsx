import {
  BookOpen,
  Check,
  ChevronRight,
  CircleAlert,
  Import,
  Keyboard,
  LightbulbOff,
  LoaderCircle,
  Settings,
  Share,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { shownDocument } from '../state/document-list.ts'
import { runCommand } from '../state/run-command.ts'
import { workTotal } from '../state/work-indexes.ts'
import { WorkListChip } from './work-list-chip.tsx'

/** Where one is, how far the corpus is, and whether everything is on the disk. */
export function TopBar({ corpus }: { corpus: Corpus }): ReactNode {
  const { t, i18n } = useTranslation()
  const controller = useController()
  const document = useWinnow((state) => shownDocument(state.view))
  const done = useWinnow((state) => state.summaries.done)
  const guidelines = useWinnow((state) => state.guidelines)
  const total = useWinnow(workTotal)

  return (
    <header className="top-bar">
      <button
        type="button"
        className="top-home"
        title={t('top.back')}
        onClick={() => void controller.closeCorpus()}
      >
        Winnow
      </button>
      <nav className="top-place">
        {document !== null && <span title={corpus.folder.path}>{corpus.folder.name}</span>}
        {document !== null && <ChevronRight aria-hidden="true" />}
        <h1 title={document ?? corpus.folder.path}>{document ?? corpus.folder.name}</h1>
      </nav>
      <WorkListChip />
      <div className="top-progress">
        <progress max={Math.max(1, total)} value={done} aria-hidden="true" />
        <span>
          {t('top.progress', {
            done: done.toLocaleString(i18n.language),
            total: total.toLocaleString(i18n.language),
          })}
        </span>
      </div>
      <SaveMark />
      {!corpus.suggestions.on && (
        <button type="button" onClick={() => runCommand(controller, 'toggle-suggestions')}>
          <LightbulbOff aria-hidden="true" /> {t('suggestion.is-off')}
        </button>
      )}
      <button
        type="button"
        className="top-guidelines"
        aria-pressed={guidelines}
        onClick={() => runCommand(controller, 'guidelines')}
      >
        <BookOpen aria-hidden="true" /> {t('top.guidelines')}
      </button>
      <button
        type="button"
        className="top-import"
        aria-label={t('import.title')}
        title={t('import.title')}
        onClick={() => runCommand(controller, 'import')}
      >
        <Import aria-hidden="true" />
      </button>
      <button type="button" onClick={() => runCommand(controller, 'export')}>
        <Share aria-hidden="true" /> {t('top.export')}
      </button>
      <button type="button" onClick={() => runCommand(controller, 'help')}>
        <Keyboard aria-hidden="true" /> {t('top.help')}
      </button>
      <button
        type="button"
        className="top-settings"
        aria-label={t('settings.title')}
        title={t('settings.title')}
        onClick={() => runCommand(controller, 'settings')}
      >
        <Settings aria-hidden="true" />
      </button>
    </header>
  )
}

function SaveMark(): ReactNode {
  const { t } = useTranslation()
  const save = useWinnow((state) => state.save)
  return (
    <div className={`save-mark ${save.kind}`}>
      <span role="status">
        {save.kind === 'saved' && <Check aria-hidden="true" />}
        {save.kind === 'saving' && <LoaderCircle aria-hidden="true" />}
        {save.kind === 'failed' && <CircleAlert aria-hidden="true" />}
        {t(save.kind === 'failed' ? 'top.not-saved' : save.kind === 'saving' ? 'top.saving' : 'top.saved')}
      </span>
    </div>
  )
}
