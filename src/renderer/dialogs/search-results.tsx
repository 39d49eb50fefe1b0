import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundDocument } from '../../core/contract-search.ts'

/** Heights of a document's row and of a line's, in CSS pixels. */
const documentHeight = 32
const lineHeight = 28

/** A row of the results: a document, or a line of it. */
export interface FoundRow {
  readonly document: string
  /** How many matches the document has. */
  readonly matches: number
  /** Null in the row of the document itself. */
  readonly line: FoundDocument['lines'][number] | null
}

/** The documents, each with its lines below it. */
export const foundRows = (found: readonly FoundDocument[]): FoundRow[] =>
  found.flatMap(({ document, matches, lines }) => [
    { document, matches, line: null },
    ...lines.map((line) => ({ document, matches, line })),
  ])

/** Index of the next (-1: the previous) line after row `from`; `from` where there is none. */
export function nextLine(rows: readonly FoundRow[], from: number, step: 1 | -1): number {
  for (let at = from + step; at >= 0 && at < rows.length; at += step) if (rows[at]?.line) return at
  return from
}

/** What a search found, document by document; drawn only where seen. */
export function SearchResults(props: {
  rows: readonly FoundRow[]
  chosen: number
  onOpen: (row: FoundRow) => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const { rows, chosen } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.line ? lineHeight : documentHeight),
    overscan: 10,
  })
  useEffect(() => virtualizer.scrollToIndex(chosen, { align: 'auto' }), [virtualizer, chosen])
  return (
    <div
      className="line-list"
      ref={scroller}
      role="listbox"
      id="search-results"
      tabIndex={-1}
      aria-label={t('corpus-search.results')}
    >
      <div className="virtual-content" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (!row) return null
          const style = { height: item.size, transform: `translateY(${item.start}px)` }
          return row.line ? (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys, as in any combobox
            <div
              key={item.key}
              id={`found-${item.index}`}
              className="line-list-row found-line"
              role="option"
              tabIndex={-1}
              aria-selected={item.index === chosen}
              style={style}
              onClick={() => props.onOpen(row)}
            >
              <span>{row.line.before}</span>
              <mark>{row.line.found}</mark>
              <span>{row.line.after}</span>
            </div>
          ) : (
            <div key={item.key} className="line-list-row found-document" role="presentation" style={style}>
              <strong>{row.document}</strong>
              <span>{row.matches.toLocaleString(i18n.language)}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
