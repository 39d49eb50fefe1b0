import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useController } from '../state/controller-context.ts'

/** How far an export is; it can be cancelled. */
export function ExportProgress(props: {
  job: string
  done: number
  total: number
  isSplit: boolean
}): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  // A dataset that is split is read twice: once to plan the splits.
  const documents = props.isSplit ? props.total / 2 : props.total
  const isPlanning = props.isSplit && props.done < documents
  const done = props.isSplit && !isPlanning ? props.done - documents : props.done
  return (
    <div role="status">
      <progress max={Math.max(1, props.total)} value={props.done} aria-label={t('export.title')} />
      <p>{t(isPlanning ? 'export.planning' : 'export.progress', { done, total: documents })}</p>
      <footer>
        <button type="button" onClick={() => void controller.invoke('cancelJob', { job: props.job })}>
          {t('export.cancel')}
        </button>
      </footer>
    </div>
  )
}
