import { useEffect } from 'react'
import { useWinnow } from './controller-context.ts'

/** Has the browser ask before the page is left while labels are not on the disk yet. Draws nothing. */
export function AskBeforeLeaving(): null {
  const unsaved = useWinnow((state) => state.save.kind !== 'saved')
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])
  return null
}
