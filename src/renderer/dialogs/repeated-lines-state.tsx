import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useWinnow } from '../state/controller-context.ts'
import { undoLine } from '../state/label-lines.ts'
import type { RepeatedLines } from '../state/repeated-lines.ts'
import { CommandKey } from '../workspace/command-key.tsx'
import { PropagationProgress } from './propagation-progress.tsx'

/** What the view of repeated lines has to tell: how far it is, what was just labelled, or why it is empty. */
export function RepeatedLinesState({ view }: { view: RepeatedLines }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const job = useWinnow((state) => state.propagationJob)
  const reading = useWinnow((state) => state.corpusReading)
  const notice = useWinnow((state) => state.notice)
  if (view.trouble !== null)
    return (
      <p role="alert" className="dialog-trouble">
        {view.trouble}
      </p>
    )
  if (view.ready === false)
    return (
      <div className="repeated-state">
        <p role="status">{t('repeats.reading', { done: reading?.done ?? 0, total: reading?.total ?? 0 })}</p>
        <progress max={Math.max(1, reading?.total ?? 1)} value={reading?.done ?? 0} aria-hidden="true" />
      </div>
    )
  if (job)
    return (
      <div className="repeated-state">
        <PropagationProgress job={job} />
      </div>
    )
  const unfiltered = view.filter === 'all' && view.text === ''
  return (
    <div className="repeated-state">
      <p role="status">
        {view.ready === null
          ? t('repeated.loading')
          : view.total > 0
            ? t('repeated.total', { count: view.total })
            : t(unfiltered ? 'repeated.none' : 'repeated.none-fits')}{' '}
        {notice?.text}
      </p>
      {notice?.action === 'undo-propagation' && (
        <button
          type="button"
          onClick={() => {
            controller.dismissNotice()
            void undoLine(controller)
          }}
        >
          {t('command.undo')} <CommandKey id="lines-undo" />
        </button>
      )}
    </div>
  )
}
