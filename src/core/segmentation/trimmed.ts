import type { Line } from '../lines.ts'

/** The run `[start, end)` of `text` without the white space at its ends; null if it holds nothing else. */
export function trimmed(text: string, start: number, end: number): Line | null {
  const content = text.slice(start, end)
  const from = start + content.length - content.trimStart().length
  const to = start + content.trimEnd().length
  return from < to ? { start: from, end: to } : null
}
