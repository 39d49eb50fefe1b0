import { useEffect } from 'react'
import type { FindInDocument } from '../state/find-in-document.ts'

/** Where the panes say which text an element shows: the offset of its first character. */
const textElements = '[data-text-start]'

/**
 * Marks the matches in the rows that are drawn, in both panes, without changing them: by the browser's own highlights,
 * named `found` and `found-here` in the style sheet.
 */
export function useMatchHighlights(panes: () => HTMLElement | null, find: FindInDocument | null): void {
  useEffect(() => {
    const element = panes()
    if (!element || !find || find.bounds.length === 0) return
    let frame = 0
    const draw = (): void => {
      frame = 0
      const found = new Highlight()
      const here = new Highlight()
      here.priority = 1
      for (const text of element.querySelectorAll<HTMLElement>(textElements))
        for (const { range, match } of rangesIn(text, find.bounds))
          (match === find.at ? here : found).add(range)
      CSS.highlights.set('found', found)
      CSS.highlights.set('found-here', here)
    }
    // Rows come and go as the panes scroll.
    const observer = new MutationObserver(() => {
      frame ||= requestAnimationFrame(draw)
    })
    observer.observe(element, { childList: true, subtree: true, characterData: true })
    draw()
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
      CSS.highlights.delete('found')
      CSS.highlights.delete('found-here')
    }
  }, [panes, find])
}

/** The parts of the matches that stand in `element`, text node by text node. */
function* rangesIn(
  element: HTMLElement,
  bounds: readonly number[],
): Generator<{ range: Range; match: number }> {
  let at = Number(element.dataset.textStart)
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    // What Winnow itself says at the end of a shortened segment.
    if (node.parentElement?.closest('em')) return
    const length = node.nodeValue?.length ?? 0
    for (let match = firstAfter(bounds, at); ; match++) {
      const start = bounds[2 * match]
      const end = bounds[2 * match + 1]
      if (start === undefined || end === undefined || start >= at + length) break
      const range = document.createRange()
      range.setStart(node, Math.max(0, start - at))
      range.setEnd(node, Math.min(length, end - at))
      yield { range, match }
    }
    at += length
  }
}

/** Index of the first match that ends after `offset`. */
function firstAfter(bounds: readonly number[], offset: number): number {
  let low = 0
  let high = bounds.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bounds[2 * middle + 1] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
