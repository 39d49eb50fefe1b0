import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LabelSet } from '../../core/label-set.ts'
import { useController } from '../state/controller-context.ts'
import { moveTo } from '../state/move-to.ts'
import type { OpenWork } from '../state/open-work.ts'
import { colourOf } from './label-colour.ts'

/** The labels of the whole document in one strip, segment by segment from top to bottom; a click goes there. */
export function LabelRuler({ work, labelSet }: { work: OpenWork; labelSet: LabelSet }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { segments } = work.annotation

  useEffect(() => {
    const element = canvas.current
    const drawing = element?.getContext('2d')
    if (!element || !drawing) return
    const draw = (): void => {
      const style = getComputedStyle(element)
      const { clientWidth: width, clientHeight: height } = element
      const scale = window.devicePixelRatio
      element.width = width * scale
      element.height = height * scale
      drawing.scale(scale, scale)
      const colour = (name: string): string => style.getPropertyValue(name)
      // One stroke a pixel row at most, however many segments there are.
      for (let y = 0; y < height && segments.length > 0; y++) {
        const label = segments[Math.floor((y / height) * segments.length)]?.label ?? null
        const name = colourOf(labelSet, label)
        if (!name) continue
        drawing.fillStyle = colour(`--${name}`)
        drawing.fillRect(1, y, width - 2, 1)
      }
      drawing.fillStyle = colour('--accent')
      drawing.fillRect(0, Math.round((work.current / Math.max(1, segments.length)) * height), width, 3)
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    // A new observer calls at once, after layout; the ruler is never what a key press waits for.
    const observer = new ResizeObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(draw, 0)
    })
    observer.observe(element)
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', draw)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
      dark.removeEventListener('change', draw)
    }
  }, [segments, labelSet, work.current])

  return (
    <canvas
      ref={canvas}
      className="label-ruler"
      role="img"
      aria-label={t('raw.ruler')}
      onClick={(event) => {
        const share = event.nativeEvent.offsetY / event.currentTarget.clientHeight
        controller.setWork((present) => moveTo(present, Math.floor(share * segments.length), false))
      }}
    />
  )
}
