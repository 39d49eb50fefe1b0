import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { commonEnds } from '../../core/common-ends.ts'
import { drawnRange } from './drawn-range.ts'
import { RowHeights } from './row-heights.ts'

/** How many rows are drawn beyond those in sight, on either side. */
const overscan = 3

/** Rows from index `first` up to, but not with, `end`. */
interface RowRange {
  readonly first: number
  readonly end: number
}

/** A list of which only the rows in sight are drawn. */
export interface RowList<Row> {
  readonly rows: readonly Row[]
  /** Whether a row has the height of another, which stood in its place. */
  readonly sameHeight: (a: Row, b: Row) => boolean
  /** How high a row is that has not been drawn yet, in CSS pixels. */
  readonly estimate: (row: Row) => number
  /** Names what all heights depend on; where it changes none of those measured holds any more. */
  readonly layout: string
  /** On what else the heights of rows depend that are drawn: they are measured when it changes. */
  readonly shape: unknown
  /** The element that scrolls, the one within it that is as high as all rows, and the one that holds those drawn. */
  readonly scroller: RefObject<HTMLElement | null>
  readonly content: RefObject<HTMLElement | null>
  readonly drawn: RefObject<HTMLElement | null>
}

/** Which rows to draw, where the first of them begins, and the heights of all, as they are at the moment. */
export interface RowWindow extends RowRange {
  readonly top: number
  /** How high all rows are together as far as is known: drawn with, so that measuring most often changes nothing. */
  readonly total: number
  readonly heights: () => RowHeights
}

/**
 * Draws of a long list the rows in sight, whose heights are estimated until they are drawn and measured then. What is
 * above the rows in sight may turn out higher or lower without their moving.
 */
export function useRowWindow<Row>(list: RowList<Row>): RowWindow {
  const { rows, layout, shape, scroller, content, drawn } = list
  const known = useRef<{ rows: readonly Row[]; layout: string; heights: RowHeights } | null>(null)
  const heights = heightsOf(list, known.current)
  known.current = { rows, layout, heights }
  const [range, setRange] = useState<RowRange>({ first: 0, end: 0 })
  const end = Math.min(range.end, rows.length)
  const first = Math.min(range.first, end)

  const look = useCallback((): RowRange | null => {
    const element = scroller.current
    const present = known.current?.heights
    if (!element || !present) return null
    const { scrollTop, clientHeight } = element
    const wanted = drawnRange({
      startIndex: present.indexAt(scrollTop),
      endIndex: present.indexAt(scrollTop + clientHeight),
      overscan,
      count: present.count,
    })
    return { first: wanted[0] ?? 0, end: (wanted.at(-1) ?? -1) + 1 }
  }, [scroller])

  const measure = useCallback(() => {
    const element = scroller.current
    if (!element || !content.current || !drawn.current) return
    setHeight(content.current, heights.total)
    const { scrollTop } = element
    let start = heights.startOf(first)
    let above = 0
    ;[...drawn.current.children].forEach((row, n) => {
      if (!(row instanceof HTMLElement) || first + n >= end) return
      const more = heights.set(first + n, row.offsetHeight)
      if (start < scrollTop) above += more
      start += row.offsetHeight - more
    })
    setHeight(content.current, heights.total)
    if (above !== 0) element.scrollTop = scrollTop + above
    const wanted = look()
    if (wanted && !sameRange(wanted, { first, end })) setRange(wanted)
  }, [scroller, content, drawn, heights, first, end, look])

  // biome-ignore lint/correctness/useExhaustiveDependencies: after each drawing in which a row may have another height
  useLayoutEffect(measure, [measure, shape])

  const latest = useRef(measure)
  latest.current = measure

  // One observer for all drawings: a new one calls with each, though nothing has another size.
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !drawn.current) return
    const observer = new ResizeObserver(() => latest.current())
    observer.observe(element)
    observer.observe(drawn.current)
    return () => observer.disconnect()
  }, [scroller, drawn])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const onScroll = (): void => {
      const wanted = look()
      // At once, so that no frame shows where there are no rows yet.
      if (wanted) flushSync(() => setRange((before) => (sameRange(before, wanted) ? before : wanted)))
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [scroller, look])

  const current = useCallback(() => known.current?.heights ?? heights, [heights])
  return { first, end, top: heights.startOf(first), total: heights.total, heights: current }
}

const sameRange = (a: RowRange, b: RowRange): boolean => a.first === b.first && a.end === b.end

function setHeight(element: HTMLElement, height: number): void {
  const wanted = `${height}px`
  if (element.style.height !== wanted) element.style.height = wanted
}

/** The heights of the rows of `list`: those known before of all rows that are the same. */
function heightsOf<Row>(
  { rows, layout, sameHeight, estimate }: RowList<Row>,
  before: { readonly rows: readonly Row[]; readonly layout: string; readonly heights: RowHeights } | null,
): RowHeights {
  const heightOf = (index: number): number => {
    const row = rows[index]
    return row === undefined ? 0 : estimate(row)
  }
  if (before?.layout !== layout) return RowHeights.of(rows.length, heightOf)
  if (before.rows === rows) return before.heights
  const { front, back } = commonEnds(before.rows, rows, sameHeight)
  if (front + back === rows.length && rows.length === before.rows.length) return before.heights
  return before.heights.spliced(front, back, rows.length, heightOf)
}
