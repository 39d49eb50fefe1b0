import type { OffsetUnit, StoredUnit } from '../offsets.ts'
import { segmentsInWindows } from '../segments-in-windows.ts'

/** How long a character is in each unit. */
const lengths: Readonly<Record<StoredUnit, (codePoint: number) => number>> = {
  codepoint: () => 1,
  utf16: (codePoint) => (codePoint > 0xffff ? 2 : 1),
  byte: (codePoint) => (codePoint > 0xffff ? 4 : codePoint > 0x7ff ? 3 : codePoint > 0x7f ? 2 : 1),
}

/** What slices a text by its offsets, or answers null where one of them is not at a character. */
export type Slice = (start: number, end: number) => string | null

/**
 * Makes what slices `text` by offsets that count in `unit`. Quick where offsets ascend. Shares nothing with the
 * conversion by which offsets are written, since it checks that.
 */
export function unitSlices(text: string, unit: OffsetUnit): Slice {
  return unit === 'grapheme' ? clusterSlices(text) : characterSlices(text, lengths[unit])
}

function characterSlices(text: string, length: (codePoint: number) => number): Slice {
  let at = 0
  let utf16 = 0
  const seek = (offset: number): boolean => {
    if (offset < at) {
      at = 0
      utf16 = 0
    }
    while (at < offset) {
      const codePoint = text.codePointAt(utf16)
      if (codePoint === undefined) return false
      at += length(codePoint)
      utf16 += codePoint > 0xffff ? 2 : 1
    }
    return at === offset
  }
  return (start, end) => {
    if (!seek(start)) return null
    const from = utf16
    return seek(end) && from <= utf16 ? text.slice(from, utf16) : null
  }
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

function clusterSlices(text: string): Slice {
  const clusters = Array.from(segmentsInWindows(segmenter, text), ({ segment }) => segment)
  return (start, end) =>
    0 <= start && start <= end && end <= clusters.length ? clusters.slice(start, end).join('') : null
}
