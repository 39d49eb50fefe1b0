import { Search, TextSearch } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import { columnTitle } from '../messages/column-title.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { documentsInList, shownDocument } from '../state/document-list.ts'
import type { ListFilter } from '../state/list-filter.ts'
import { useOnceCalm } from '../state/use-once-calm.ts'
import { workTotal } from '../state/work-indexes.ts'
import { ColumnBar } from './column-bar.tsx'
import { CommandButton } from './command-button.tsx'
import { CommandKey } from './command-key.tsx'
import { DocumentRow, factsOf } from './document-row.tsx'
import { ListOptions } from './list-options.tsx'
import { ListTroubles } from './list-troubles.tsx'
import { SiteRow } from './site-row.tsx'
import { useSiteRows } from './use-site-rows.ts'
import { useTallList } from './use-tall-list.ts'
import './document-list.css'

/** Height of a row, in CSS pixels; the second where documents lie in folders, whose names stand below theirs. */
const rowHeight = 32
const tallRowHeight = 44
const quickFilters: readonly ListFilter[] = ['all', 'to-do', 'done']

/** All documents of the corpus with how far each is; drawn only where seen, so that 100,000 are as quick as ten. */
export function DocumentList(props: {
  corpus: Corpus
  filterRef: RefObject<HTMLInputElement | null>
}): ReactNode {
  const { t, i18n } = useTranslation()
  const controller = useController()
  const { corpus } = props
  const summaries = useOnceCalm((state) => state.summaries)
  const workList = useWinnow((state) => state.workList)
  const listText = useWinnow((state) => state.listText)
  const listFilter = useWinnow((state) => state.listFilter)
  const listSort = useWinnow((state) => state.listSort)
  const listColumn = useWinnow((state) => state.listColumn)
  const listColumnText = useWinnow((state) => state.listColumnText)
  const listGrouped = useWinnow((state) => state.listGrouped)
  const learnOrder = useWinnow((state) => state.learnOrder)
  const open = useWinnow((state) => shownDocument(state.view))
  const table = useWinnow((state) => state.documents)
  const listingState = useWinnow((state) => state.listingState)
  const { view } = controller.store.getState()
  const documents = documentsInList({
    documents: table,
    workList,
    listingState,
    summaries,
    listText,
    listFilter,
    listSort,
    listColumn,
    listColumnText,
    listGrouped,
    learnOrder,
    view,
  })
  const scroller = useRef<HTMLDivElement>(null)
  const inFolders = useMemo(
    () => table.files.some(({ id, records }) => records !== null || id.includes('/')),
    [table],
  )
  const { rows, doneOnSites } = useSiteRows(documents, summaries)
  const count = rows?.length ?? documents.length
  const height = inFolders ? tallRowHeight : rowHeight
  const list = useTallList(scroller, count, height)
  const { show } = list

  const index = useMemo(() => (open === null ? -1 : documents.placeOf(open)), [documents, open])
  const rowOfOpen = index === -1 ? -1 : (rows?.rowOf(index) ?? index)
  useEffect(() => {
    if (rowOfOpen !== -1) show(rowOfOpen)
  }, [show, rowOfOpen])

  const total = workTotal({ documents: table, workList })
  /** With a filter the list has only some of a site's documents. */
  const counted = listFilter === 'all' && listText === '' && listColumnText === '' && workList === null
  const plain = quickFilters.includes(listFilter) && listSort.by === 'name' && !listSort.reversed
  const order =
    listSort.by === 'column' && listColumn ? columnTitle(listColumn.asked) : t(`list.by-${listSort.by}`)
  const shownColumn = listSort.by === 'column' || listColumnText !== '' ? listColumn : null
  return (
    <nav className="document-list" id="documents" aria-label={t('list.title')}>
      <div className="list-head">
        <div className="list-search">
          <Search aria-hidden="true" />
          <input
            ref={props.filterRef}
            type="search"
            aria-label={t('list.search')}
            placeholder={t('list.search')}
            value={listText}
            onChange={(event) => controller.store.setState({ listText: event.target.value })}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return
              const first = documents.idAt(0)
              if (event.key === 'Escape' && listText !== '') controller.store.setState({ listText: '' })
              else if (event.key === 'Escape') event.currentTarget.blur()
              else if (event.key === 'Enter' && first !== undefined) {
                event.currentTarget.blur()
                void controller.openDocument(first)
              }
            }}
          />
          <span className="list-search-key" aria-hidden="true">
            <CommandKey id="filter-documents" />
          </span>
        </div>
        <CommandButton id="search-corpus" icon={TextSearch} />
        <ListOptions corpus={corpus} />
      </div>
      <div className="list-filters" role="group" aria-label={t('list.search')}>
        {quickFilters.map((filter) => (
          <button
            type="button"
            key={filter}
            aria-pressed={filter === listFilter}
            onClick={() => controller.store.setState({ listFilter: filter })}
          >
            {t(`list.${filter}`)} <span>{summaries.count(filter, total).toLocaleString(i18n.language)}</span>
          </button>
        ))}
      </div>
      {!plain && (
        <p className="list-chosen">
          {t('list.chosen', { shown: t(`list.${listFilter}`), order })}
          <button
            type="button"
            onClick={() =>
              controller.store.setState({ listFilter: 'all', listSort: { by: 'name', reversed: false } })
            }
          >
            {t('list.reset')}
          </button>
        </p>
      )}
      <ColumnBar />
      <ListTroubles />
      {documents.length === 0 && (
        <p className="list-empty">{table.size === 0 ? t('list.none') : t('list.empty')}</p>
      )}
      <div className="list-scroller" ref={scroller}>
        <ul className="virtual-content" style={{ height: list.height }}>
          {list.rows.map((at) => {
            const row = rows?.at(at)
            const place = row ? row.position : at
            const style = { height, transform: `translateY(${list.topOf(at)}px)` }
            if (row && place === null)
              return (
                <li key={`site ${row.group.site}`} aria-setsize={count} aria-posinset={at + 1} style={style}>
                  <SiteRow group={row.group} done={doneOnSites?.get(row.group.site) ?? 0} counted={counted} />
                </li>
              )
            const id = place === null ? undefined : documents.idAt(place)
            if (id === undefined || place === null) return null
            return (
              <li key={id} aria-setsize={count} aria-posinset={at + 1} style={style}>
                <DocumentRow
                  id={id}
                  facts={factsOf(documents, place, shownColumn)}
                  summary={summaries.get(id)}
                  open={id === open}
                  random={learnOrder?.get(id)?.why === 'random'}
                />
              </li>
            )
          })}
        </ul>
      </div>
    </nav>
  )
}
