import type { PointerEvent } from 'react'
import { useController } from '../state/controller-context.ts'
import { moveTo } from '../state/run-command.ts'

/** The segment whose row the pointer is on, or null. */
function segmentUnder(event: PointerEvent<HTMLElement>): number | null {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-segment]') : null
  const index = Number(row?.dataset.segment)
  return row && Number.isInteger(index) ? index : null
}

/** Handlers for a pane: a click makes a segment current, Shift and click or dragging over rows selects several. */
export function usePointerSelection(): {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void
  onPointerMove: (event: PointerEvent<HTMLElement>) => void
} {
  const controller = useController()
  return {
    onPointerDown: (event) => {
      const index = event.button === 0 ? segmentUnder(event) : null
      if (index !== null) controller.setWork((work) => moveTo(work, index, event.shiftKey))
    },
    onPointerMove: (event) => {
      const index = event.buttons === 1 ? segmentUnder(event) : null
      if (index !== null) controller.setWork((work) => moveTo(work, index, true))
    },
  }
}
