import type { HtmlLine } from './line-writer.ts'

type Lines = readonly Pick<HtmlLine, 'start' | 'end' | 'sourceStart' | 'sourceEnd'>[]

interface Range {
  readonly start: number
  readonly end: number
}

/** By how much of a segment's beginning it is found within the source of its line, in UTF-16 code units. */
const telling = 24

/**
 * Where in the HTML the segments of a text stand that was made from it, in order and without overlap; offsets are UTF-16
 * code units. A segment that begins where a line does begins where the source of the line does; one that begins within
 * a line is looked for there by its first word, and where markup or an entity hides that, it begins in proportion.
 */
export function sourceRanges(
  text: string,
  source: string,
  lines: Lines,
  segments: readonly Range[],
): Range[] {
  let line = 0
  let floor = 0
  const starts = segments.map(({ start }) => {
    while (line < lines.length - 1 && (lines[line]?.end ?? 0) <= start) line++
    const here = lines[line]
    if (here) floor = Math.max(floor, startWithin(text, source, here, start, floor))
    return floor
  })
  line = 0
  return segments.map(({ end }, index) => {
    // The last line that begins before the end is where the segment ends.
    while (line < lines.length - 1 && (lines[line + 1]?.start ?? end) < end) line++
    const start = starts[index] ?? 0
    const last = lines[line]?.sourceEnd ?? start
    const next = starts[index + 1] ?? Number.POSITIVE_INFINITY
    return { start, end: Math.max(start, Math.min(last, next)) }
  })
}

function startWithin(
  text: string,
  source: string,
  line: Lines[number],
  start: number,
  floor: number,
): number {
  if (start <= line.start) return line.sourceStart
  const from = Math.max(floor, line.sourceStart)
  const word = /^[^\s&<]+/.exec(text.slice(start, Math.min(line.end, start + telling)))?.[0]
  const found = word === undefined ? -1 : source.slice(from, line.sourceEnd).indexOf(word)
  if (found !== -1) return from + found
  const share = (start - line.start) / Math.max(1, line.end - line.start)
  return line.sourceStart + Math.floor(share * (line.sourceEnd - line.sourceStart))
}
