import type { ReadSpan } from '../datasets/read-document.ts'
import { datasetUnits, type OffsetUnit, toUtf16 } from '../offsets.ts'
import { say } from '../sentences/say.ts'
import { throughLineEnds } from './through-line-ends.ts'

/** A span that was found in the dump's text; `start` and `end` in UTF-16 code units of it. */
export interface FittedSpan {
  readonly start: number
  readonly end: number
  readonly span: ReadSpan
}

/** Spans in their order in the dump's text, without overlap, or why they do not fit it. */
export type SpansFit =
  | { readonly spans: readonly FittedSpan[] }
  | {
      /** A sentence. */
      readonly reason: string
      /** In what they would fit; null if in nothing. */
      readonly unit: OffsetUnit | null
    }

/** What a file says of a document's spans. */
export interface SpansRead {
  readonly spans: readonly ReadSpan[]
  /** The text that they count in, if the file has it. */
  readonly text: string | null
  readonly unit: OffsetUnit
  /** Whether somebody chose the unit, so that it is not doubted while spans slice what they say. */
  readonly sure: boolean
}

/**
 * Finds the spans in `text`, that of the dump. They fit if they lie in it, slice the text that the file has beside
 * them, and cut no words in two unless all units do. The file's own text may differ from the dump's in its line ends.
 */
export function fitSpans(text: string, read: SpansRead): SpansFit {
  const sorted = [...read.spans].sort((a, b) => a.start - b.start || a.end - b.end)
  const fault = orderFault(sorted)
  if (fault !== null) return { reason: fault, unit: null }
  const counted = read.text ?? text
  const units = datasetUnits.filter((unit) => unit !== read.unit)
  const found = sliced(counted, sorted, read.unit)
  const whole = found !== null && (read.sure || !cutsWords(counted, found))
  const better = whole ? undefined : units.find((unit) => fitsWhole(counted, sorted, unit))
  if (better !== undefined)
    return {
      reason: say`Its offsets do not fit the text as ${read.unit}, but they do as ${better}.`,
      unit: better,
    }
  if (!found)
    return {
      reason: say`Its offsets do not fit the text: counted as ${read.unit}, they do not slice the text of the segments.`,
      unit: null,
    }
  const moved = throughLineEnds(
    counted,
    text,
    found.flatMap(({ start, end }) => [start, end]),
  )
  if (!moved) return { reason: say`Its text is not that of the document.`, unit: null }
  return {
    spans: found.map(({ span }, index) => ({
      start: moved[2 * index] ?? 0,
      end: moved[2 * index + 1] ?? 0,
      span,
    })),
  }
}

function orderFault(sorted: readonly ReadSpan[]): string | null {
  for (const [index, { start, end }] of sorted.entries()) {
    if (end < start) return say`Its segment at ${start} ends before it starts.`
    if (start < (sorted[index - 1]?.end ?? 0))
      return say`Its segment at ${start} overlaps the one before it, and a segment has one label.`
  }
  return null
}

function fitsWhole(text: string, sorted: readonly ReadSpan[], unit: OffsetUnit): boolean {
  const found = sliced(text, sorted, unit)
  return found !== null && !cutsWords(text, found)
}

/** Null if the offsets, counted in `unit`, are not in the text or do not slice what the spans say. */
function sliced(text: string, sorted: readonly ReadSpan[], unit: OffsetUnit): FittedSpan[] | null {
  let bounds: number[]
  try {
    bounds = toUtf16(
      text,
      sorted.flatMap(({ start, end }) => [start, end]),
      unit,
    )
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
  const found = sorted.map((span, index) => ({
    start: bounds[2 * index] ?? 0,
    end: bounds[2 * index + 1] ?? 0,
    span,
  }))
  return found.every(({ start, end, span }) => span.text === null || span.text === text.slice(start, end))
    ? found
    : null
}

const letter = /[\p{L}\p{M}\p{N}]/u

/** Whether a span without a text of its own begins or ends within a word, as all do after an emoji in a wrong unit. */
function cutsWords(text: string, found: readonly FittedSpan[]): boolean {
  const cut = (at: number): boolean =>
    at > 0 && at < text.length && letter.test(text[at - 1] ?? '') && letter.test(text[at] ?? '')
  return found.some(({ start, end, span }) => span.text === null && (cut(start) || cut(end)))
}
