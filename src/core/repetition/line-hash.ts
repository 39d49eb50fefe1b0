import { repetitionKey } from '../suggestions/normalise-line.ts'

/** 64 bits that stand for a line: among ten million different ones, two meet with a chance of 1 in 370,000. */
export interface LineHash {
  readonly high: number
  readonly low: number
}

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by))

function mixed(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * The hash of a line by its repetition key: two 32-bit lanes over its UTF-16 units, multiplied and rotated by the
 * constants of MurmurHash3 (Appleby 2011), each finished by its finaliser and then mixed with the other. Not for
 * keeping anybody from making two lines meet.
 */
export function hashLine(line: string): LineHash {
  const key = repetitionKey(line)
  let one = 0x9747b28c
  let two = 0x5bd1e995
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at)
    one = Math.imul(rotated(one ^ Math.imul(unit, 0xcc9e2d51), 13), 5) + 0xe6546b64
    two = Math.imul(rotated(two ^ Math.imul(unit, 0x1b873593), 15), 0x85ebca6b) + 0x38b34ae5
  }
  const high = mixed(one ^ key.length)
  const low = mixed(two ^ high)
  return { high: mixed(high ^ Math.imul(low, 0xcc9e2d51)), low }
}

/** A line's hash as 16 hexadecimal digits, for maps and for the wire. */
export function lineKey(line: string): string {
  return keyOfHash(hashLine(line))
}

/** @see lineKey */
export const keyOfHash = ({ high, low }: LineHash): string =>
  high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')

/** The hash that a key names; null if it is none. */
export function hashOfKey(key: string): LineHash | null {
  if (!/^[0-9a-f]{16}$/.test(key)) return null
  return { high: Number.parseInt(key.slice(0, 8), 16), low: Number.parseInt(key.slice(8), 16) }
}
