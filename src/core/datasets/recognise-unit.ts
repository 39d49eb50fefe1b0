import { datasetUnits, type OffsetUnit, toUtf16 } from '../offsets.ts'
import type { ReadSpan } from './read-document.ts'

/** Spans, and in what they count. */
export interface SpansInUnit {
  readonly unit: OffsetUnit
  readonly spans: readonly ReadSpan[]
}

/**
 * The unit in which all of `spans` slice from `text` what they say stands there: `declared` if that fits or if nothing
 * does. Tools write line breaks within a span in several ways, so white space does not have to agree; spans that fit
 * get what really stands there.
 */
export function recogniseUnit(text: string, spans: readonly ReadSpan[], declared: OffsetUnit): SpansInUnit {
  for (const unit of [declared, ...datasetUnits]) {
    const fitted = spansIn(text, spans, unit)
    if (fitted) return { unit, spans: fitted }
  }
  return { unit: declared, spans }
}

function spansIn(text: string, spans: readonly ReadSpan[], unit: OffsetUnit): ReadSpan[] | null {
  // Sorted by themselves, as spans of other tools come in any order and may overlap.
  const sorted = spans.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b)
  let counted: number[]
  try {
    counted = toUtf16(text, sorted, unit)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
  const utf16 = new Map(sorted.map((offset, index) => [offset, counted[index] ?? 0]))
  const fitted: ReadSpan[] = []
  for (const span of spans) {
    const there = text.slice(utf16.get(span.start), utf16.get(span.end))
    if (span.text !== null && withoutSpace(span.text) !== withoutSpace(there)) return null
    fitted.push(span.text === null ? span : { ...span, text: there })
  }
  return fitted
}

// Label Studio writes a line break within a span as a backslash and an n.
const withoutSpace = (text: string): string => text.replace(/\\[nr]|\s+/g, '')
