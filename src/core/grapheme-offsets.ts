import { segmentsInWindows } from './segments-in-windows.ts'
import { say } from './sentences/say.ts'

// What a person takes for one character depends on no language (UAX #29).
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

const outOfPlace = (offset: number, unit: string): RangeError =>
  new RangeError(say`Offset ${offset} (${unit}) is not at a character of the text, or not in order`)

/**
 * Converts offsets in `text` from UTF-16 code units to extended grapheme clusters (UAX #29): what a person takes for
 * one character, be it a letter with its marks, an emoji of several code points or a line end of two. `sorted` must
 * ascend, lie within the text and never stand inside a cluster (throws RangeError).
 */
export function graphemesFromUtf16(text: string, sorted: readonly number[]): number[] {
  return converted(text, sorted, 'utf16')
}

/** The inverse of {@link graphemesFromUtf16}: converts offsets counted in clusters to UTF-16 code units. */
export function graphemesToUtf16(text: string, sorted: readonly number[]): number[] {
  return converted(text, sorted, 'grapheme')
}

function converted(text: string, sorted: readonly number[], from: 'utf16' | 'grapheme'): number[] {
  const clusters = segmentsInWindows(segmenter, text)
  const result: number[] = []
  let utf16 = 0
  let grapheme = 0
  for (const offset of sorted) {
    while ((from === 'utf16' ? utf16 : grapheme) < offset) {
      const next = clusters.next()
      if (next.done) break
      utf16 += next.value.segment.length
      grapheme++
    }
    if ((from === 'utf16' ? utf16 : grapheme) !== offset) throw outOfPlace(offset, from)
    result.push(from === 'utf16' ? grapheme : utf16)
  }
  return result
}
