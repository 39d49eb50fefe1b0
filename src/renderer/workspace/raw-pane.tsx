import { Search } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type DisplayRow, rowAt } from '../../core/display-rows.ts'
import { encodingTitle } from '../../core/encoding.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { countCodePoints } from '../../core/offsets.ts'
import { segmentFrom } from '../../core/segment.ts'
import { useWinnow } from '../state/controller-context.ts'
import { type OpenWork, selectedTest } from '../state/open-work.ts'
import type { SuggestionBook } from '../state/suggestion-book.ts'
import { CommandButton } from './command-button.tsx'
import { colourOf } from './label-colour.ts'
import { LabelRuler } from './label-ruler.tsx'
import type { PaneSync } from './pane-sync.ts'
import { RawRow, type RowPart } from './raw-row.tsx'
import { type ShownText, useShownText } from './shown-text.ts'
import { SourceToggle } from './source-toggle.tsx'
import type { TextMeasure } from './text-measure.ts'
import { useColumns } from './use-columns.ts'
import { usePointerSelection } from './use-pointer-selection.ts'
import { useRowWindow } from './use-row-window.ts'
import './raw-pane.css'

/** Width of a character in the raw pane in the normal size, in CSS pixels, for rows not yet measured. */
const characterWidth = 7.9
/** Width of the line numbers and padding beside the text. */
const gutter = 68

/** The dump as it is, line by line, with labels as tint and the current segment lit. */
export function RawPane(props: {
  work: OpenWork
  labelSet: LabelSet
  sync: PaneSync
  measure: TextMeasure
  /** Whether white space that is easily overlooked is marked. */
  whiteSpace: boolean
}): ReactNode {
  const { t, i18n } = useTranslation()
  const { work, labelSet, sync } = props
  const { lineHeight, scale } = props.measure
  const { text, rows, ranges, isSource } = useShownText(work)
  const caret = isSource ? null : work.caret
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const drawn = useRef<HTMLDivElement>(null)
  const pointer = usePointerSelection()

  const columns = useColumns(scroller, gutter, characterWidth * scale)
  const { first, end, top, total, heights } = useRowWindow({
    rows,
    sameHeight: Object.is,
    estimate: (row) => Math.max(1, Math.ceil((row.end - row.start) / columns)) * lineHeight,
    layout: `${columns} ${lineHeight}`,
    // Labels colour a row and do not move it.
    shape: caret,
    scroller,
    content,
    drawn,
  })

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    // Segments that share a row lie in it as far down as their share of its text.
    const heightAt = (offset: number, round: (lines: number) => number): number => {
      const index = rowAt(rows, offset)
      const row = rows[index]
      if (!row) return 0
      const height = heights().heightOf(index)
      const share = Math.min(1, (offset - row.start) / Math.max(1, row.end - row.start))
      return heights().startOf(index) + Math.min(height, round((share * height) / lineHeight) * lineHeight)
    }
    return sync.add('raw', {
      element,
      extentOf: (index) => {
        const segment = ranges[index]
        const next = ranges[index + 1]
        const bottom = heights().total
        if (!segment) return { start: bottom, end: bottom }
        const end = next ? heightAt(next.start, Math.ceil) : bottom
        return { start: heightAt(segment.start, Math.floor), end }
      },
      segmentAt: (height) => {
        const at = heights().indexAt(height)
        const row = rows[at]
        if (!row) return 0
        const within = (height - heights().startOf(at)) / heights().heightOf(at)
        const share = Math.max(0, Math.min(1, within))
        const offset = row.start + Math.floor(share * (row.end - row.start))
        const index = segmentFrom(ranges, offset)
        // White space belongs to the segment before it, whose extent goes on to the next one.
        return Math.max(0, (ranges[index]?.start ?? Number.POSITIVE_INFINITY) <= offset ? index : index - 1)
      },
    })
  }, [sync, heights, rows, ranges, lineHeight])

  // Rows just drawn may be taller or smaller than estimated.
  useLayoutEffect(() => sync.settle())

  const book = useWinnow((state) => state.suggestions)
  const selected = selectedTest(work)
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
    <section
      className={`raw-pane${props.whiteSpace ? ' white-space' : ''}`}
      id="raw-dump"
      aria-label={t('raw.title')}
    >
      <header className="pane-header">
        <h2>{t(isSource ? 'source.title' : 'raw.title')}</h2>
        <span>{t('raw.facts', { encoding: encodingTitle(work.encoding), ...facts })}</span>
        <SourceToggle />
        <CommandButton id="find" icon={Search} />
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
          <div className="virtual-content" ref={content} style={{ height: total }}>
            <div className="virtual-window" ref={drawn} style={{ transform: `translateY(${top}px)` }}>
              {rows.slice(first, end).map((row) => {
                const here = caret !== null && caret >= row.start && caret < row.end
                return (
                  <RawRow
                    key={row.start}
                    row={row}
                    text={text}
                    parts={partsOf(row, ranges, work, labelSet, book, selected)}
                    caret={here ? caret : null}
                    isSource={isSource}
                  />
                )
              })}
            </div>
          </div>
        </div>
        <LabelRuler work={work} labelSet={labelSet} sync={sync} />
      </div>
    </section>
  )
}

/** The segments that stand in a row, given the ranges of all in what is shown. */
function partsOf(
  row: DisplayRow,
  ranges: ShownText['ranges'],
  work: OpenWork,
  labelSet: LabelSet,
  book: SuggestionBook,
  selected: (index: number) => boolean,
): RowPart[] {
  const { segments } = work.annotation
  const parts: RowPart[] = []
  for (let index = segmentFrom(ranges, row.start); index < segments.length; index++) {
    const segment = segments[index]
    const range = ranges[index]
    if (!segment || !range || range.start >= row.end) break
    const suggestion = book.get(work.text, segment)
    parts.push({
      segment: index,
      start: Math.max(row.start, range.start),
      end: Math.min(row.end, range.end),
      colour: colourOf(labelSet, suggestion?.label ?? segment.label),
      suggested: suggestion !== null,
      lit: index === work.current,
      selected: selected(index),
    })
  }
  return parts
}
