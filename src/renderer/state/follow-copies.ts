import type { Controller } from './controller.ts'
import { lookForCopies } from './merging.ts'

/** How long to wait after labels changed on the disk: a program that synchronises folders changes many, in ms. */
const calm = 1000

/**
 * Looks for copies of labels files once all documents are known, and when another program changed labels. Returns what
 * ends that.
 */
export function followCopies(controller: Controller): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void lookForCopies(controller), calm)
  }
  look()
  const end = controller.subscribe((event) => {
    const isListed = event.name === 'listing' && event.payload.state.phase === 'complete'
    const isOutside = event.name === 'annotation-changed' && event.payload.client === 'another-process'
    if (isListed || isOutside || event.name === 'labels-replaced') look()
  })
  return () => {
    clearTimeout(timer)
    end()
    controller.store.setState({ labelCopies: [] })
  }
}
