import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useController } from '../state/controller-context.ts'
import type { RunningJob } from './use-job.ts'

/** How far a job of a dialog is, and what ends it. */
export function JobProgress({ title, running }: { title: string; running: RunningJob }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const { job, done, total } = running
  return (
    <div>
      <p role="status">{title}</p>
      <progress max={Math.max(1, total)} value={done} aria-label={title} />
      <footer>
        <button type="button" onClick={() => void controller.invoke('cancelJob', { job })}>
          {t('versions.cancel')}
        </button>
      </footer>
    </div>
  )
}
