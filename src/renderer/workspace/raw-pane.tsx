import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DisplayRow, rowAt } from '../../core/display-rows.ts'
import type { LabelColour, LabelSet } from '../../core/label-set.ts'
import { countCodePoints } from '../../core/offsets.ts'
import { codePointName, visiblePieces } from '../../core/visible-text.ts'
import { type OpenWork, selection } from '../state/open-work.ts'
import { colourOf } from './label-colour.ts'
import { LabelRuler } from './label-ruler.tsx'
import type { PaneSync } from './pane-sync.ts'
import { usePointerSelection } from './use-pointer-selection.ts'
import './raw-pane.css'

/** Height of a line of text and width of a character in the raw pane, in CSS pixels, for rows not yet measured. */
const lineHeight = 20
const characterWidth = 7.9
/** Width of the line numbers and padding beside the text. */
const gutter = 68

/** The dump as it is, line by line, with labels as tint and the current segment lit. */
export function RawPane(props: { work: OpenWork; labelSet: LabelSet; sync: PaneSync }): ReactNode {
  const { t, i18n } = useTranslation()
  const { work, labelSet, sync } = props
  const { rows, text } = work
  const { segments } = work.annotation
  const scroller = useRef<HTMLDivElement>(null)
  const [columns, setColumns] = useState(60)
  const pointer = usePointerSelection()

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const row = rows[index]
      return row ? Math.max(1, Math.ceil((row.end - row.start) / columns)) * lineHeight : lineHeight
    },
    overscan: 10,
  })

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      setColumns(Math.max(10, Math.floor((element.clientWidth - gutter) / characterWidth)))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new width makes every height a new one
  useLayoutEffect(() => virtualizer.measure(), [columns])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const startOf = (segment: number): number => {
      const start = segments[segment]?.start
      return start === undefined
        ? virtualizer.getTotalSize()
        : (virtualizer.measurementsCache[rowAt(rows, start)]?.start ?? 0)
    }
    return sync.add('raw', {
      element,
      extentOf: (segment) => ({ start: startOf(segment), end: startOf(segment + 1) }),
      segmentAt: (offset) => {
        const item = virtualizer.getVirtualItemForOffset(offset)
        const row = item ? rows[item.index] : undefined
        return row ? segmentAtRow(work, row) : 0
      },
    })
  }, [sync, virtualizer, rows, segments, work])

  const items = virtualizer.getVirtualItems()
  // Rows just drawn may be taller or smaller than estimated.
  useLayoutEffect(() => sync.settle())

  const { from, to } = selection(work)
  const facts = useMemo(
    () => ({
      lines: rows
        .reduce((count, row) => (row.line === null ? count : count + 1), 0)
        .toLocaleString(i18n.language),
      characters: countCodePoints(text).toLocaleString(i18n.language),
    }),
    [rows, text, i18n.language],
  )

  return (
    <section className="raw-pane" aria-label={t('raw.title')}>
      <header className="pane-header">
        <h2>{t('raw.title')}</h2>
        <span>
          {t('raw.facts', { encoding: work.encoding === 'utf-8' ? 'UTF-8' : 'UTF-8 (BOM)', ...facts })}
        </span>
      </header>
      <div className="raw-body">
        <div
          className="raw-scroller"
          ref={scroller}
          tabIndex={0}
          role="group"
          aria-label={t('raw.title')}
          {...pointer}
        >
          <div className="virtual-content" style={{ height: virtualizer.getTotalSize() }}>
            <div className="virtual-window" style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}>
              {items.map((item) => {
                const row = rows[item.index]
                if (!row) return null
                const label = segments[row.segment]?.label ?? null
                return (
                  <RawRow
                    key={item.key}
                    index={item.index}
                    measure={virtualizer.measureElement}
                    row={row}
                    text={text}
                    label={label}
                    colour={colourOf(labelSet, label)}
                    lit={row.segment !== -1 && row.segment === work.current}
                    selected={row.segment !== -1 && row.segment >= from && row.segment <= to}
                  />
                )
              })}
            </div>
          </div>
        </div>
        <LabelRuler work={work} labelSet={labelSet} />
      </div>
    </section>
  )
}

interface RawRowProps {
  readonly index: number
  readonly measure: (element: Element | null) => void
  readonly row: DisplayRow
  readonly text: string
  readonly label: string | null
  readonly colour: LabelColour | null
  readonly lit: boolean
  readonly selected: boolean
}

const RawRow = memo(function RawRow(props: RawRowProps): ReactNode {
  const { row } = props
  const pieces = visiblePieces(props.text.slice(row.start, row.end))
  return (
    <div
      ref={props.measure}
      data-index={props.index}
      data-segment={row.segment === -1 ? undefined : row.segment}
      data-colour={props.colour ?? undefined}
      className={`raw-row${props.lit ? ' lit' : ''}${props.selected ? ' selected' : ''}`}
    >
      <span className="raw-line" aria-hidden="true">
        {row.line ?? '↳'}
      </span>
      <span className="raw-text">
        {pieces.map((piece, index) =>
          piece.kind === 'text' ? (
            piece.text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a row never change
            <span key={index} className={`raw-${piece.kind}`} data-name={codePointName(piece.text)}>
              {piece.text}
            </span>
          ),
        )}
      </span>
    </div>
  )
})

/** The segment in `row`, or the last one before it where it is blank. */
function segmentAtRow(work: OpenWork, row: DisplayRow): number {
  if (row.segment !== -1) return row.segment
  const { segments } = work.annotation
  let low = 0
  let high = segments.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((segments[middle]?.start ?? 0) <= row.start) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}
