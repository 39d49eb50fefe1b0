import { useCallback, useSyncExternalStore } from 'react'
import { useController } from './controller-context.ts'
import type { WinnowState } from './winnow-store.ts'

/**
 * A part of the window's state for what stands beside the panes: the component draws again a moment after the panes show
 * what changed, once no more keys come, so that a key press waits for the panes alone. Not for a field that shows what
 * is being typed, nor for what must never be out of date.
 */
export function useOnceCalm<T>(select: (state: WinnowState) => T): T {
  const { store, onceCalm } = useController()
  const subscribe = useCallback(
    (changed: () => void) => store.subscribe(() => onceCalm(changed)),
    [store, onceCalm],
  )
  return useSyncExternalStore(subscribe, () => select(store.getState()))
}
