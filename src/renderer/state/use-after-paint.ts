import { useCallback, useSyncExternalStore } from 'react'
import { useController } from './controller-context.ts'
import type { WinnowState } from './winnow-store.ts'

/**
 * A part of the window's state for what stands beside the panes: the component draws again after the paint in which the
 * panes show what changed, so that a key press waits for them alone. Not for a field that shows what is being typed.
 */
export function useAfterPaint<T>(select: (state: WinnowState) => T): T {
  const { store, afterPaint } = useController()
  const subscribe = useCallback(
    (changed: () => void) => store.subscribe(() => afterPaint(changed)),
    [store, afterPaint],
  )
  return useSyncExternalStore(subscribe, () => select(store.getState()))
}
