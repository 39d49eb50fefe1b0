import type { PointerEvent } from 'react'
import { putCaret } from '../state/caret-commands.ts'
import { useController } from '../state/controller-context.ts'
import { moveTo } from '../state/move-to.ts'
import { openWork } from '../state/perform.ts'
import { togglePicked } from '../state/segment-commands.ts'
import { textOffsetAt } from './text-offset-at.ts'

/** The segment whose row the pointer is on, or null. */
function segmentUnder(event: PointerEvent<HTMLElement>): number | null {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-segment]') : null
  const index = Number(row?.dataset.segment)
  return row && Number.isInteger(index) ? index : null
}

/**
 * Handlers for a pane: a click makes a segment current, one into the text of the current segment puts the caret there;
 * Shift and click or dragging over rows selects several, Ctrl or Cmd and click one by one.
 */
export function usePointerSelection(): {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void
  onPointerMove: (event: PointerEvent<HTMLElement>) => void
} {
  const controller = useController()
  return {
    onPointerDown: (event) => {
      const index = event.button === 0 ? segmentUnder(event) : null
      const work = openWork(controller)
      if (index === null || !work) return
      if (event.ctrlKey || event.metaKey) togglePicked(controller, index)
      else if (index === work.current && !event.shiftKey && work.picked.length === 0) {
        controller.setWork((present) => moveTo(present, index, false))
        const offset = textOffsetAt(event.clientX, event.clientY)
        if (offset !== null) putCaret(controller, offset)
      } else controller.setWork((present) => moveTo(present, index, event.shiftKey))
    },
    onPointerMove: (event) => {
      const index = event.buttons === 1 && !event.ctrlKey && !event.metaKey ? segmentUnder(event) : null
      const work = openWork(controller)
      // A pointer that shakes within the row where it was pressed selects nothing more.
      if (index !== null && work && index !== work.current)
        controller.setWork((present) => moveTo(present, index, true))
    },
  }
}
