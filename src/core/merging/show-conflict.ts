import type { ShownConflict } from '../contract-merging.ts'
import type { Segment } from '../segment.ts'
import type { Conflict } from './merge-annotations.ts'

/** How much of a segment is shown, in UTF-16 code units. */
const longestShown = 300

/** A conflict with the text that it is about, to be shown. */
export function showConflict(text: string, conflict: Conflict): ShownConflict {
  if (conflict.kind === 'status') return conflict
  const shown = (segments: readonly Segment[]) =>
    segments.map(({ start, end, label }) => {
      const whole = text.slice(start, end)
      const cut = whole.slice(0, longestShown).replace(/[\ud800-\udbff]$/, '')
      return { text: whole.length > longestShown ? `${cut}…` : whole, label }
    })
  return { kind: 'segments', mine: shown(conflict.mine), theirs: shown(conflict.theirs) }
}
