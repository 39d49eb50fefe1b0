import { graphemesFromUtf16, graphemesToUtf16 } from './grapheme-offsets.ts'
import { say } from './sentences/say.ts'

/**
 * In what the offsets of a saved span count: Unicode code points (what Python slices by), UTF-16 code units
 * (JavaScript, Java, C#) or bytes of the text in UTF-8 (Rust, Go, C).
 */
export const offsetUnits = ['codepoint', 'utf16', 'byte'] as const

/** What Winnow's own files count in. */
export type StoredUnit = (typeof offsetUnits)[number]

/**
 * In what the offsets of other programs count as well: doccano, where the project says so, counts what a person takes
 * for one character. Winnow's own files do not, as what that is changes with each version of Unicode.
 */
export const datasetUnits = [...offsetUnits, 'grapheme'] as const

export type OffsetUnit = (typeof datasetUnits)[number]

const isLeadSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isTrailSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/**
 * Converts offsets in `text` from UTF-16 code units to `unit`. `sorted` must ascend, lie within the text and
 * never stand inside a code point, or a cluster of them where these are counted (throws RangeError). One pass over the
 * text.
 */
export function fromUtf16(text: string, sorted: readonly number[], unit: OffsetUnit): number[] {
  return unit === 'grapheme' ? graphemesFromUtf16(text, sorted) : walk(text, sorted, 'utf16', unit)
}

/** The inverse of {@link fromUtf16}: converts offsets counted in `unit` to UTF-16 code units. */
export function toUtf16(text: string, sorted: readonly number[], unit: OffsetUnit): number[] {
  return unit === 'grapheme' ? graphemesToUtf16(text, sorted) : walk(text, sorted, unit, 'utf16')
}

/** Makes nothing per character, as every save of a document walks all of its text. A lone surrogate counts as U+FFFD. */
function walk(text: string, sorted: readonly number[], from: StoredUnit, to: StoredUnit): number[] {
  const result: number[] = []
  let utf16 = 0
  let codepoint = 0
  let byte = 0
  const at = (unit: StoredUnit): number =>
    unit === 'utf16' ? utf16 : unit === 'codepoint' ? codepoint : byte
  for (const offset of sorted) {
    while (at(from) < offset && utf16 < text.length) {
      const unit = text.charCodeAt(utf16)
      const isPair = isLeadSurrogate(unit) && isTrailSurrogate(text.charCodeAt(utf16 + 1))
      utf16 += isPair ? 2 : 1
      codepoint++
      byte += isPair ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3
    }
    if (at(from) !== offset)
      throw new RangeError(say`Offset ${offset} (${from}) is not at a character of the text, or not in order`)
    result.push(at(to))
  }
  return result
}

/** How many code points `text` has in `[from, to)`, both in UTF-16 code units. A lone surrogate counts as one. */
export function countCodePoints(text: string, from = 0, to = text.length): number {
  let count = to - from
  for (let at = from; at + 1 < to; at++)
    if (isLeadSurrogate(text.charCodeAt(at)) && isTrailSurrogate(text.charCodeAt(at + 1))) count--
  return count
}
