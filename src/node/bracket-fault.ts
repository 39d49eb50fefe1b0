import { say } from '../core/sentences/say.ts'

/** Up to how many bytes anything may be handed to `JSON.parse`: it can make no more than some 50 MB of that. */
const harmless = 1024 * 1024
/** Deeper than any file of Winnow's is nested. */
const deepest = 100
/** In Winnow's files, a bracket or comma comes with more bytes than these. */
const bytesAMark = 4

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c]
const [openArray, closeArray, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d]

/**
 * Why large JSON must not be parsed: brackets and commas alone take up many times their size in memory, and a program
 * that has none left ends at once. Null where it may be.
 */
export function bracketFault(json: Uint8Array): string | null {
  if (json.length <= harmless) return null
  let depth = 0
  let marks = 0
  for (let at = 0; at < json.length; at++) {
    const byte = json[at]
    if (byte === quote) at = endOfString(json, at)
    else if (byte === comma) marks++
    else if (byte === openArray || byte === openObject) {
      marks++
      if (++depth > deepest) return say`its brackets are nested more than ${deepest} deep`
    } else if (byte === closeArray || byte === closeObject) depth--
  }
  return marks * bytesAMark > json.length ? say`it is made of brackets and commas` : null
}

function endOfString(json: Uint8Array, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    if (json[at] === backslash) at++
    else if (json[at] === quote) return at
  }
  return json.length
}
