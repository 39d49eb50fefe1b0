import type { Encoding } from '../../core/encoding.ts'

/** A longer mark stands before the one that it begins with. */
const marks: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8-sig', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-32', bytes: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32', bytes: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-16', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16', bytes: [0xfe, 0xff] },
]

/** The encoding that a byte order mark at the beginning of `bytes` tells, and the mark's length; null without one. */
export function byteOrderMark(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  const mark = marks.find((each) => each.bytes.every((byte, index) => bytes[index] === byte))
  return mark ? { encoding: mark.encoding, length: mark.bytes.length } : null
}
