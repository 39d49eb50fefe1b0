import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type ColumnName, columnLimits } from '../../core/preferences.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { changePreferences, showPreferences } from '../state/preferences.ts'
import './separator.css'

/** By how much an arrow key moves a separator, in pixels or percent. */
const step = { documents: 16, inspector: 16, raw: 2 } as const

/**
 * The edge between two columns: dragged with the pointer, moved with the arrow keys, to its ends with Home and End,
 * back to where it was at first by a double click or Enter. `column` is the one whose size it sets.
 */
export function Separator({ column, controls }: { column: ColumnName; controls: string }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const columns = useWinnow(({ preferences }) => preferences.columns)
  const { least, normal, most } = columnLimits[column]
  /** Where the pointer took it and how large the column was then. */
  const taken = useRef<{ x: number; size: number } | null>(null)

  const sized = (size: number) => ({
    columns: { ...columns, [column]: Math.max(least, Math.min(Math.round(size), most)) },
  })
  const set = (size: number): void => void changePreferences(controller, sized(size))

  const onKeyDown = (event: KeyboardEvent): void => {
    // The inspector lies to the right of its separator and grows to the left.
    const outward = column === 'inspector' ? -step[column] : step[column]
    const size = new Map([
      ['ArrowRight', columns[column] + outward],
      ['ArrowLeft', columns[column] - outward],
      ['Home', least],
      ['End', most],
      ['Enter', normal],
    ]).get(event.key)
    if (size === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    set(size)
  }

  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (!taken.current) return
    const moved = event.clientX - taken.current.x
    const whole = event.currentTarget.parentElement?.clientWidth ?? 1
    const change = column === 'raw' ? (moved / whole) * 100 : column === 'inspector' ? -moved : moved
    showPreferences(controller, sized(taken.current.size + change))
  }

  const drop = (): void => {
    if (taken.current && taken.current.size !== columns[column]) set(columns[column])
    taken.current = null
  }

  return (
    <div
      className={`separator ${column}`}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t(`separator.${column}`)}
      aria-controls={controls}
      aria-valuenow={columns[column]}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={onKeyDown}
      onDoubleClick={() => set(normal)}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        taken.current = { x: event.clientX, size: columns[column] }
      }}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={drop}
    />
  )
}
