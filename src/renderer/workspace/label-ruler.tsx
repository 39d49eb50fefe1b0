import { type PointerEvent, type ReactNode, useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LabelSet } from '../../core/label-set.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { moveTo } from '../state/move-to.ts'
import type { OpenWork } from '../state/open-work.ts'
import { colourOf } from './label-colour.ts'
import type { PaneSync } from './pane-sync.ts'

/**
 * The labels of the whole document in one strip, segment by segment from top to bottom, and what of it is in sight.
 * A click goes there, dragging scrolls.
 */
export function LabelRuler(props: { work: OpenWork; labelSet: LabelSet; sync: PaneSync }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const { onceCalm } = controller
  const theme = useWinnow(({ preferences }) => preferences.theme)
  const canvas = useRef<HTMLCanvasElement>(null)
  const sight = useRef<HTMLDivElement>(null)
  const { work, labelSet, sync } = props
  const { segments } = work.annotation
  const book = useWinnow((state) => state.suggestions)

  const draw = useCallback((): void => {
    const element = canvas.current
    const drawing = element?.getContext('2d')
    if (!element || !drawing) return
    const style = getComputedStyle(element)
    const { clientWidth: width, clientHeight: height } = element
    const scale = window.devicePixelRatio
    element.width = width * scale
    element.height = height * scale
    drawing.scale(scale, scale)
    // One stroke a pixel row at most, however many segments there are, and one for all rows of a colour together.
    const strokeAt = (y: number): string => {
      const segment = segments[Math.floor((y / height) * segments.length)]
      if (!segment) return ''
      const suggestion = book.get(work.text, segment)
      const name = colourOf(labelSet, suggestion?.label ?? segment.label)
      return name === null ? '' : `${name}${suggestion ? ' suggested' : ''}`
    }
    for (let y = 0, next = 0; y < height; y = next) {
      const stroke = strokeAt(y)
      for (next = y + 1; next < height && strokeAt(next) === stroke; ) next++
      if (stroke === '') continue
      const [name, suggested] = stroke.split(' ')
      drawing.fillStyle = style.getPropertyValue(`--${name}`)
      if (suggested) dash(drawing, y, next, width)
      else drawing.fillRect(1, y, width - 2, next - y)
    }
  }, [segments, labelSet, work.text, book])
  const latest = useRef(draw)
  const redraw = useCallback((): void => latest.current(), [])

  // The ruler is never what a key press waits for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    latest.current = draw
    onceCalm(redraw)
  }, [draw, theme, onceCalm, redraw])

  useEffect(() => {
    if (!canvas.current) return
    const redrawSoon = (): void => onceCalm(redraw)
    const observer = new ResizeObserver(redrawSoon)
    observer.observe(canvas.current)
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', redrawSoon)
    return () => {
      observer.disconnect()
      dark.removeEventListener('change', redrawSoon)
    }
  }, [onceCalm, redraw])

  useEffect(() => {
    const mark = (): void => {
      const seen = sync.inSight()
      if (!seen || !sight.current) return
      const share = 100 / Math.max(1, segments.length)
      sight.current.style.top = `${seen.first * share}%`
      sight.current.style.height = `${(seen.last + 1 - seen.first) * share}%`
    }
    mark()
    return sync.onScroll(mark)
  }, [sync, segments.length])

  const segmentUnder = (event: PointerEvent<HTMLElement>): number => {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const index = Math.floor(((event.clientY - top) / height) * segments.length)
    return Math.max(0, Math.min(index, segments.length - 1))
  }
  const pressed = useRef<number | null>(null)

  return (
    <div
      className="label-ruler"
      role="img"
      aria-label={t('raw.ruler')}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        pressed.current = event.clientY
      }}
      onPointerMove={(event) => {
        if (pressed.current === null || Math.abs(event.clientY - pressed.current) < 3) return
        pressed.current = Number.NEGATIVE_INFINITY
        sync.scrollTo(segmentUnder(event))
      }}
      onPointerUp={(event) => {
        const index = segmentUnder(event)
        if (pressed.current !== null && pressed.current !== Number.NEGATIVE_INFINITY)
          controller.setWork((present) => moveTo(present, index, false))
        pressed.current = null
      }}
    >
      <canvas ref={canvas} />
      <div
        className="ruler-current"
        style={{ top: `${(100 * work.current) / Math.max(1, segments.length)}%` }}
      />
      <div className="ruler-sight" ref={sight} />
    </div>
  )
}

/** Draws what is only suggested from one height to another: narrow and dashed. */
function dash(drawing: CanvasRenderingContext2D, from: number, to: number, width: number): void {
  for (let y = from; y < to; y++) if (y % 4 < 2) drawing.fillRect(3, y, width - 6, 1)
}
