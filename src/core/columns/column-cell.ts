/** What a record has in a column, short enough for a row of a list; null: nothing that such a row could show. */
export type ColumnCell = string | number | null

/** How much is kept of a text in a cell, in UTF-16 code units. */
export const longestCell = 100

/** Texts that are numbers and mean nothing else: not those with leading zeros, or more digits than a number keeps. */
const plainNumber = /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?(e[+-]?\d{1,3})?$/i

/** What a list keeps of a value. CSV has numbers as text, so that texts that are plain numbers become numbers. */
export function columnCell(value: string | number | boolean | null): ColumnCell {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'boolean') return String(value)
  const text = value?.trim() ?? ''
  if (plainNumber.test(text)) return Number(text)
  return text === '' ? null : text.slice(0, longestCell).replace(/[\ud800-\udbff]$/, '')
}
