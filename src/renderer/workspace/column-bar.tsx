import { X } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { columnTitle } from '../messages/column-title.ts'
import { formatPercent } from '../messages/format-percent.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import {
  chooseListColumn,
  type ListColumn,
  readListColumnAgain,
  stopListColumn,
} from '../state/list-column.ts'
import './column-bar.css'

/** Filters the list by the chosen column, and says as far as it is not read. */
export function ColumnBar(): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const column = useWinnow((state) => state.listColumn)
  const typed = useWinnow((state) => state.listColumnText)
  if (!column) return null
  const title = columnTitle(column.asked)
  return (
    <div className="column-bar">
      <div>
        <label>
          <span>{title}</span>
          <input
            type="search"
            value={typed}
            placeholder={t('column.hint')}
            aria-label={t('column.filter', { column: title })}
            onChange={(event) => controller.store.setState({ listColumnText: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
              if (typed !== '') controller.store.setState({ listColumnText: '' })
              else event.currentTarget.blur()
            }}
          />
        </label>
        <button
          type="button"
          aria-label={t('column.leave', { column: title })}
          title={t('column.leave', { column: title })}
          onClick={() => chooseListColumn(controller, null)}
        >
          <X aria-hidden="true" />
        </button>
      </div>
      <ColumnProgress column={column} />
    </div>
  )
}

/** How far the column is read, or what of it is not known. */
function ColumnProgress({ column }: { column: ListColumn }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const table = useWinnow((state) => state.documents)
  const { asked, values, revision, job, done, total, trouble } = column
  // biome-ignore lint/correctness/useExhaustiveDependencies: values grow in place, with the revision
  const missing = useMemo(
    // Only records have columns.
    () => values.missing(table.files.filter(({ records }) => records || asked.kind !== 'record')),
    [values, revision, table, asked],
  )
  if (job !== null)
    return (
      <div>
        <progress max={Math.max(1, total)} value={done} aria-label={t('column.reading')} />
        <span>{t('column.read', { share: formatPercent(total === 0 ? 0 : done / total) })}</span>
        <button type="button" onClick={() => stopListColumn(controller)}>
          {t('column.stop')}
        </button>
      </div>
    )
  return (
    <>
      {trouble && <p role="alert">{trouble}</p>}
      {values.dropped > 0 && <p role="status">{t('column.dropped', { count: values.dropped })}</p>}
      {missing > 0 && (
        <div>
          <span role="status">{t('column.missing', { count: missing })}</span>
          <button type="button" onClick={() => readListColumnAgain(controller)}>
            {t('column.again')}
          </button>
        </div>
      )}
    </>
  )
}
