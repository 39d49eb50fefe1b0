/**
 * In what the offsets of a saved span count: Unicode code points (what Python slices by), UTF-16 code units
 * (JavaScript, Java, C#) or bytes of the text in UTF-8 (Rust, Go, C).
 */
export const offsetUnits = ['codepoint', 'utf16', 'byte'] as const

export type OffsetUnit = (typeof offsetUnits)[number]

const isLeadSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isTrailSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** Length of the code point at `at`: in UTF-16 code units, and in bytes as UTF-8. A lone surrogate counts as U+FFFD. */
function measure(text: string, at: number): { units: number; bytes: number } {
  const unit = text.charCodeAt(at)
  if (unit < 0x80) return { units: 1, bytes: 1 }
  if (unit < 0x800) return { units: 1, bytes: 2 }
  if (isLeadSurrogate(unit) && at + 1 < text.length && isTrailSurrogate(text.charCodeAt(at + 1)))
    return { units: 2, bytes: 4 }
  return { units: 1, bytes: 3 }
}

/**
 * Converts offsets in `text` from UTF-16 code units to `unit`. `sorted` must ascend, lie within the text and
 * never stand inside a code point (throws RangeError). One pass over the text.
 */
export function fromUtf16(text: string, sorted: readonly number[], unit: OffsetUnit): number[] {
  return walk(text, sorted, 'utf16', unit)
}

/** The inverse of {@link fromUtf16}: converts offsets counted in `unit` to UTF-16 code units. */
export function toUtf16(text: string, sorted: readonly number[], unit: OffsetUnit): number[] {
  return walk(text, sorted, unit, 'utf16')
}

function walk(text: string, sorted: readonly number[], from: OffsetUnit, to: OffsetUnit): number[] {
  const result: number[] = []
  const at = { utf16: 0, codepoint: 0, byte: 0 }
  for (const offset of sorted) {
    while (at[from] < offset && at.utf16 < text.length) {
      const { units, bytes } = measure(text, at.utf16)
      at.utf16 += units
      at.codepoint += 1
      at.byte += bytes
    }
    if (at[from] !== offset)
      throw new RangeError(`Offset ${offset} (${from}) is not at a character of the text, or not in order.`)
    result.push(at[to])
  }
  return result
}
