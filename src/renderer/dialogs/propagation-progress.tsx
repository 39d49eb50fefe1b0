import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useController } from '../state/controller-context.ts'
import { cancelPropagation, type PropagationJob } from '../state/propagation.ts'

/** How far a job over many documents is, and what ends it. */
export function PropagationProgress({ job }: { job: PropagationJob }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  return (
    <div className="propagation-progress">
      <p role="status">
        {t(`repeats.running-${job.kind}`)} {t('repeats.progress', { done: job.done, total: job.total })}
      </p>
      <progress max={Math.max(1, job.total)} value={job.done} aria-hidden="true" />
      <button type="button" onClick={() => cancelPropagation(controller)}>
        {t('repeats.stop')}
      </button>
    </div>
  )
}
