/** How many values a signature has. */
export const signatureLength = 128

/** In how many of their values two near duplicates may differ: they are alike in 80 % or more. */
export const mostDiffering = 25

/** How many words in a row are a shingle. */
const shingleLength = 5

/** What stands for the shingles of a text: the share of values that two have in common estimates the share of shingles. */
export type Signature = Uint16Array

const run = /[\p{L}\p{M}\p{N}]+/gu

/** Scripts that put no space between words: each of their characters counts as a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return mixed(hash ^ word.length)
}

/** The hashes of the words of a text, whatever their case and composition. */
function wordHashes(text: string): number[] {
  const hashes: number[] = []
  for (const [word] of text.toLowerCase().normalize('NFC').matchAll(run)) {
    if (unspaced.test(word)) for (const character of word) hashes.push(hashWord(character))
    else hashes.push(hashWord(word))
  }
  return hashes
}

/** How much of a text is looked at, in UTF-16 code units; more says little, and takes its time. */
const mostText = 200_000

const empty = 0xffff_ffff

/**
 * The MinHash signature of a text (Broder 1997) over its shingles of five words; a shorter text is one shingle. One
 * permutation for all values (Li, Owen & Zhang 2012), of which those without a shingle borrow another's (Shrivastava
 * 2017), and of each value its lowest 16 bits (Li & König 2010). Of a long text only the beginning is looked at.
 * @param fewest null for a text with fewer words
 */
export function signatureOf(text: string, fewest = 1): Signature | null {
  const words = wordHashes(text.slice(0, mostText))
  if (words.length < fewest) return null
  const lowest = new Uint32Array(signatureLength).fill(empty)
  for (let at = 0; at <= Math.max(0, words.length - shingleLength); at++) {
    let hash = 0
    for (const word of words.slice(at, at + shingleLength))
      hash = Math.imul(hash ^ word, 0xcc9e2d51) + 0xe6546b64
    const place = mixed(hash)
    const bin = place % signatureLength
    const value = Math.min(mixed(place ^ 0x9747b28c), empty - 1)
    if (value < (lowest[bin] ?? empty)) lowest[bin] = value
  }
  return Uint16Array.from(lowest, (value, bin) => (value === empty ? borrowed(lowest, bin) : value) & 0xffff)
}

/** The value of the first bin with one in an order that is the same for all texts. */
function borrowed(lowest: Uint32Array, bin: number): number {
  for (let attempt = 1; ; attempt++) {
    const value = lowest[mixed(Math.imul(bin + 1, 0x1b873593) + attempt) % signatureLength] ?? empty
    if (value !== empty) return value
  }
}

/** Whether two texts are near duplicates by their signatures. */
export function areAlike(a: Signature, b: Signature): boolean {
  let differing = 0
  for (let at = 0; at < signatureLength; at++)
    if (a[at] !== b[at] && ++differing > mostDiffering) return false
  return true
}
