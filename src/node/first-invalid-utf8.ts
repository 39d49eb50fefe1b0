import { isUtf8 } from 'node:buffer'

const blockSize = 65_536

/** Offset of the first byte that starts no character of UTF-8, or -1 if all of `bytes` is UTF-8. */
export function firstInvalidUtf8(bytes: Uint8Array): number {
  if (isUtf8(bytes)) return -1
  for (let at = 0; at < bytes.length; ) {
    let end = Math.min(at + blockSize, bytes.length)
    while (end > at + 1 && end < bytes.length && isContinuation(bytes[end])) end--
    if (!isUtf8(bytes.subarray(at, end))) return firstInvalidIn(bytes, at)
    at = end
  }
  return -1
}

const isContinuation = (byte = 0): boolean => (byte & 0xc0) === 0x80

function firstInvalidIn(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length) {
    const length = lengthOfCharacter(bytes[at])
    if (at + length > bytes.length || !isUtf8(bytes.subarray(at, at + length))) return at
    at += length
  }
  return -1
}

/** By its first byte; 1 where the byte cannot be a first one. */
function lengthOfCharacter(first = 0): number {
  if (first >= 0xf0) return 4
  if (first >= 0xe0) return 3
  return first >= 0xc0 ? 2 : 1
}
