import type { CsvFormat } from './csv-format.ts'

/**
 * The bytes of UTF-16 in the order in which csv-parse reads them, as far as characters are whole; others as they are.
 * `rest` is to be given back with the bytes that follow.
 */
export function inReadOrder(
  rest: Uint8Array,
  bytes: Uint8Array,
  { isWide, isBigEndian }: Pick<CsvFormat, 'isWide' | 'isBigEndian'>,
): { whole: Uint8Array; rest: Uint8Array } {
  if (!isWide) return { whole: bytes, rest }
  const all = Buffer.concat([rest, bytes])
  const end = all.length & ~1
  const whole = all.subarray(0, end)
  return { whole: isBigEndian ? whole.swap16() : whole, rest: all.subarray(end) }
}
