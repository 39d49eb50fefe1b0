import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { drawnRange } from './drawn-range.ts'
import { elementHeight, ScaledScroll } from './scaled-scroll.ts'

/** How many rows are drawn beyond those in sight, on either side. */
const overscan = 10

/** A list of rows of one height, of which only those about the ones in sight are drawn. */
export interface TallList {
  /** How tall the element is that holds the rows. */
  readonly height: number
  /** The rows to draw. */
  readonly rows: readonly number[]
  /** Where in that element a row begins. */
  readonly topOf: (row: number) => number
  /** Scrolls as little as it takes to have the row in sight. */
  readonly show: (row: number) => void
}

interface Drawn {
  readonly rows: readonly number[]
  readonly offset: number
}

/** A list of however many rows, a million too, in a scrolling element. Heights in CSS pixels. */
export function useTallList(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): TallList {
  const [scroll] = useState(() => new ScaledScroll())
  const [drawn, setDrawn] = useState<Drawn>({ rows: [], offset: 0 })
  const size = useRef({ count, rowHeight })
  size.current = { count, rowHeight }

  const draw = useCallback((): void => {
    const { count, rowHeight } = size.current
    const viewport = scroller.current?.clientHeight ?? 0
    const rows = drawnRange({
      startIndex: Math.floor(scroll.position / rowHeight),
      endIndex: Math.min(count, Math.ceil((scroll.position + viewport) / rowHeight)) - 1,
      overscan,
      count,
    })
    setDrawn((before) =>
      before.offset === scroll.offset && before.rows[0] === rows[0] && before.rows.at(-1) === rows.at(-1)
        ? before
        : { rows, offset: scroll.offset },
    )
  }, [scroller, scroll])

  const put = useCallback(
    (top: number): void => {
      const element = scroller.current
      if (element && Math.abs(element.scrollTop - top) >= 1) element.scrollTop = top
      draw()
    },
    [scroller, draw],
  )

  const fit = useCallback((): void => {
    const { count, rowHeight } = size.current
    put(scroll.resize(count * rowHeight, scroller.current?.clientHeight ?? 0))
  }, [put, scroll, scroller])

  // The element has its new height by then, so that it can be scrolled that far.
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what it is to be fitted to
  useLayoutEffect(fit, [fit, count, rowHeight])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    // At once: rows that come a frame later would be seen to be missing.
    const follow = (): void => flushSync(() => put(scroll.scrolled(element.scrollTop)))
    element.addEventListener('scroll', follow, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', follow)
    }
  }, [scroller, scroll, fit, put])

  const show = useCallback(
    (row: number): void => {
      const { rowHeight } = size.current
      const viewport = scroller.current?.clientHeight ?? 0
      const top = row * rowHeight
      if (top < scroll.position) put(scroll.moveTo(top))
      else if (top + rowHeight > scroll.position + viewport) put(scroll.moveTo(top + rowHeight - viewport))
    },
    [scroller, scroll, put],
  )
  return {
    height: elementHeight(count * rowHeight),
    rows: drawn.rows,
    topOf: (row) => row * rowHeight - drawn.offset,
    show,
  }
}
