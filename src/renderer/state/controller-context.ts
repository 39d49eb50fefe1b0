import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Controller } from './controller.ts'
import type { WinnowState } from './winnow-store.ts'

export const ControllerContext = createContext<Controller | null>(null)

/** The controller of this window. */
export function useController(): Controller {
  const controller = useContext(ControllerContext)
  if (!controller) throw new Error('There is no ControllerContext above this component.')
  return controller
}

/** A part of the window's state; the component draws again when that part changes. */
export function useWinnow<T>(select: (state: WinnowState) => T): T {
  return useStore(useController().store, select)
}
