import { lines } from './lines.ts'

/** The longest run of characters drawn as one row; a longer line is cut for display only. UTF-16 code units. */
export const longestRow = 2000

/** A row of the raw pane: `[start, end)` of the text in UTF-16 code units. */
export interface DisplayRow {
  readonly start: number
  readonly end: number
  /** The number of the line from 1, or null where the row continues a line. */
  readonly line: number | null
}

/** The rows in which the raw pane draws `text`: its lines, those longer than {@link longestRow} cut into several. */
export function displayRows(text: string): DisplayRow[] {
  const rows: DisplayRow[] = []
  let number = 0
  for (const line of lines(text)) {
    number++
    let start = line.start
    do {
      const end = line.end - start > longestRow ? cutBefore(text, start, start + longestRow) : line.end
      rows.push({ start, end, line: start === line.start ? number : null })
      start = end
    } while (start < line.end)
  }
  return rows
}
/** Where to cut at or before `end`: behind white space if there is any near, and never inside a code point. */
function cutBefore(text: string, start: number, end: number): number {
  for (let at = end; at > end - 200 && at > start + 1; at--) if (/\s/.test(text.charAt(at - 1))) return at
  const unit = text.charCodeAt(end - 1)
  return unit >= 0xd800 && unit <= 0xdbff ? end - 1 : end
}

/** Index of the row that holds the character at `start`; of the nearest one before it where none does. */
export function rowAt(rows: readonly DisplayRow[], start: number): number {
  let low = 0
  let high = rows.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((rows[middle]?.start ?? 0) <= start) low = middle
    else high = middle - 1
  }
  return Math.max(low, 0)
}
