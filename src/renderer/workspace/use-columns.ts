import { type RefObject, useLayoutEffect, useState } from 'react'

/**
 * How many characters of mean width `character` fit beside `taken`, which the rest of a row takes, in one line of the
 * element; follows its width. Widths in CSS pixels.
 */
export function useColumns(element: RefObject<HTMLElement | null>, taken: number, character: number): number {
  const [columns, setColumns] = useState(60)
  useLayoutEffect(() => {
    const measured = element.current
    if (!measured) return
    const observer = new ResizeObserver(() => {
      setColumns(Math.max(10, Math.floor((measured.clientWidth - taken) / character)))
    })
    observer.observe(measured)
    return () => observer.disconnect()
  }, [element, taken, character])
  return columns
}
