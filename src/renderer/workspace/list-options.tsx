import { Popover } from '@base-ui/react/popover'
import { ListFilter as ListFilterIcon } from 'lucide-react'
import { type ReactNode, type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import { columnTitle } from '../messages/column-title.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { listOrders } from '../state/document-list.ts'
import { sortByLearning } from '../state/learn-order.ts'
import { listFilters } from '../state/list-filter.ts'
import { toggleGrouping } from '../state/site-list.ts'
import { useOnceCalm } from '../state/use-once-calm.ts'
import { workTotal } from '../state/work-indexes.ts'
import { ColumnChoice } from './column-choice.tsx'
import './list-options.css'

/** The button that opens the ways to sort and filter the list, all of them by arrow keys. */
export function ListOptions({ corpus }: { corpus: Corpus }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const open = useWinnow((state) => state.dialog === 'list-options')
  const chosen = useRef<HTMLInputElement>(null)
  return (
    <Popover.Root
      open={open}
      onOpenChange={(wanted) => controller.store.setState({ dialog: wanted ? 'list-options' : null })}
    >
      <Popover.Trigger
        className="list-options-button"
        aria-label={t('list.options')}
        title={t('list.options')}
      >
        <ListFilterIcon aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="start" className="list-options-place">
          <Popover.Popup className="list-options" aria-label={t('list.options')} initialFocus={chosen}>
            <Filters corpus={corpus} chosen={chosen} />
            <Orders corpus={corpus} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Filters(props: { corpus: Corpus; chosen: RefObject<HTMLInputElement | null> }): ReactNode {
  const { t, i18n } = useTranslation()
  const controller = useController()
  const filter = useWinnow((state) => state.listFilter)
  const summaries = useOnceCalm((state) => state.summaries)
  const total = useWinnow(workTotal)
  return (
    <fieldset>
      <legend>{t('list.show')}</legend>
      {listFilters.map((each) => (
        <label key={each}>
          <input
            ref={each === filter ? props.chosen : undefined}
            type="radio"
            name="list-filter"
            checked={each === filter}
            onChange={() => controller.store.setState({ listFilter: each })}
          />
          <span>{t(`list.${each}`)}</span>
          <span className="list-count">{summaries.count(each, total).toLocaleString(i18n.language)}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Orders({ corpus }: { corpus: Corpus }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const sort = useWinnow((state) => state.listSort)
  const grouped = useWinnow((state) => state.listGrouped)
  const column = useWinnow((state) => state.listColumn?.asked)
  const orders = listOrders.filter((by) => by !== 'column' || column !== undefined)
  return (
    <fieldset>
      <legend>{t('list.sort')}</legend>
      {orders.map((by) => (
        <label key={by}>
          <input
            type="radio"
            name="list-sort"
            checked={by === sort.by}
            onChange={() => {
              if (by === 'learn') sortByLearning(controller)
              else controller.store.setState({ listSort: { by, reversed: false } })
            }}
          />
          <span>{by === 'column' && column ? columnTitle(column) : t(`list.by-${by}`)}</span>
        </label>
      ))}
      <ColumnChoice corpus={corpus.folder.id} />
      <label className="list-reversed">
        <input
          type="checkbox"
          checked={sort.reversed}
          onChange={(event) =>
            controller.store.setState({ listSort: { by: sort.by, reversed: event.target.checked } })
          }
        />
        <span>{t('list.reversed')}</span>
      </label>
      <label className="list-reversed">
        <input type="checkbox" checked={grouped} onChange={() => toggleGrouping(controller)} />
        <span>{t('list.group')}</span>
      </label>
    </fieldset>
  )
}
