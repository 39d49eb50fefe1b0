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

/** Stands in {@link folded} for a unit that only {@link repetitionKey} can fold, as others around it matter. */
const notAlone = 1
const space = 0x20
const zero = 0x30

/** What each UTF-16 unit is in a repetition key, wherever it stands; 0 while not known. */
const folded = new Uint16Array(0x1_0000)

/** Marks, Korean vowels and finals, which join what stands before them, and the sigma, which is another one at an end. */
const joining = /[\p{M}\p{Cs}\u1160-\u11ff\u03a3\u03c2\u03c3]/u

function learn(unit: number): number {
  const character = String.fromCharCode(unit)
  // White space alone would be trimmed away.
  const key = /\s/.test(character) ? ' ' : repetitionKey(character)
  const alone =
    !joining.test(character) && key.length === 1 && key.charCodeAt(0) > notAlone && !joining.test(key)
  const value = alone ? key.charCodeAt(0) : notAlone
  folded[unit] = value
  return value
}

/**
 * The hash of a line by its repetition key: two 32-bit lanes over its UTF-16 units, multiplied and rotated by the
 * constants of MurmurHash3 (Appleby 2011), each finished by its finaliser and then mixed with the other. Not for
 * keeping anybody from making two lines meet. Makes the key only of lines that need it, which is a third of the time.
 */
export function hashLine(line: string): LineHash {
  let one = firstOne
  let two = firstTwo
  let length = 0
  let last = space
  let waiting = false
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at)
    const value = folded[unit] || learn(unit)
    if (value === notAlone) return hashKey(repetitionKey(line))
    if (value === space) {
      waiting = length > 0
      last = space
      continue
    }
    if (value === zero && last === zero) continue
    if (waiting) {
      one = stirredOne(one, space)
      two = stirredTwo(two, space)
      length++
      waiting = false
    }
    one = stirredOne(one, value)
    two = stirredTwo(two, value)
    length++
    last = value
  }
  return finished(one, two, length)
}

function hashKey(key: string): LineHash {
  let one = firstOne
  let two = firstTwo
  for (let at = 0; at < key.length; at++) {
    one = stirredOne(one, key.charCodeAt(at))
    two = stirredTwo(two, key.charCodeAt(at))
  }
  return finished(one, two, key.length)
}

const firstOne = 0x9747b28c
const firstTwo = 0x5bd1e995

const stirredOne = (hash: number, unit: number): number =>
  (Math.imul(rotated(hash ^ Math.imul(unit, 0xcc9e2d51), 13), 5) + 0xe6546b64) | 0

const stirredTwo = (hash: number, unit: number): number =>
  (Math.imul(rotated(hash ^ Math.imul(unit, 0x1b873593), 15), 0x85ebca6b) + 0x38b34ae5) | 0

function finished(one: number, two: number, length: number): LineHash {
  const high = mixed(one ^ length)
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
