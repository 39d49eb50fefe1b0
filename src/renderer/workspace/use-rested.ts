import { useEffect, useState } from 'react'

/**
 * `value` once it has stayed the same for `rest` ms: for what is counted over a whole document, so that no key press
 * waits for it.
 */
export function useRested<T>(value: T, rest: number): T {
  const [rested, setRested] = useState(() => value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(() => value), rest)
    return () => clearTimeout(timer)
  }, [value, rest])
  return rested
}
