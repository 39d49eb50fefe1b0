import { useEffect, useEffectEvent } from 'react'

/**
 * Gives `onKey` every key press while `waiting`, before anything else on the page has it; but for those by which the
 * keyboard reaches and presses a button.
 */
export function useNextKey(waiting: boolean, onKey: (press: KeyboardEvent) => void): void {
  const take = useEffectEvent((event: KeyboardEvent) => {
    const onButton = event.target instanceof HTMLButtonElement && (event.key === 'Enter' || event.key === ' ')
    if (onButton || event.key === 'Tab') return
    event.preventDefault()
    event.stopImmediatePropagation()
    onKey(event)
  })
  useEffect(() => {
    if (!waiting) return
    window.addEventListener('keydown', take, { capture: true })
    return () => window.removeEventListener('keydown', take, { capture: true })
  }, [waiting])
}
