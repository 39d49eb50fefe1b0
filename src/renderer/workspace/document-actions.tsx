import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useController } from '../state/controller-context.ts'
import type { OpenWork } from '../state/open-work.ts'
import { runCommand } from '../state/run-command.ts'
import { CommandKey } from './command-key.tsx'
import { NoteField } from './note-field.tsx'
import { StatusIcon } from './status-icon.tsx'
import './document-actions.css'

/** What becomes of the open document: its state, and a note on it. */
export function DocumentActions({ work }: { work: OpenWork }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const { status } = work.annotation
  return (
    <section className="document-actions" aria-label={t('inspector.actions')}>
      <h2>{t('inspector.actions')}</h2>
      <p className="document-state">
        <StatusIcon status={status} /> <span aria-hidden="true">{t(`status.${status}`)}</span>
      </p>
      <div className="document-buttons">
        <button type="button" className="accent" onClick={() => runCommand(controller, 'toggle-done')}>
          {t(status === 'done' ? 'inspector.reopen' : 'inspector.mark-done')} <CommandKey id="toggle-done" />
        </button>
        <button type="button" onClick={() => runCommand(controller, 'toggle-skipped')}>
          {t(status === 'skipped' ? 'inspector.unskip' : 'inspector.skip')} <CommandKey id="toggle-skipped" />
        </button>
        <button type="button" onClick={() => runCommand(controller, 'flag')}>
          {t('inspector.flag')} <CommandKey id="flag" />
        </button>
      </div>
      <NoteField work={work} />
    </section>
  )
}
