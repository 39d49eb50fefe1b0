import { areAlike, mostDiffering, type Signature, signatureLength } from './minhash.ts'

/**
 * Signatures are compared where one of their bands is the same. There are more bands than values in which near
 * duplicates may differ, so that each pair of them has one in common, and none is missed.
 */
const bandLength = Math.floor(signatureLength / (mostDiffering + 1))
const bands = Math.floor(signatureLength / bandLength)

/** Room for the place of a document beside the key of its band in one number: eight million. */
const places = 2 ** 23
const keyBits = 30

/** After how many steps the caller is let in. */
const stepsAtOnce = 20_000

/**
 * Finds the pairs of near duplicates that are in different classes, by locality-sensitive hashing (Indyk & Motwani
 * 1998). Classes may change while it goes on: a pair is compared by what they are when it is come upon.
 * @param signatures by document; those without one are near duplicates of none
 * @param classOf of a document by its place
 * @yields a pair by the places of its documents, or null to let the caller do something else
 */
export function* nearDuplicates(
  signatures: readonly (Signature | null)[],
  classOf: (document: number) => number,
): Generator<readonly [number, number] | null> {
  const keyed = new Float64Array(signatures.length)
  for (let band = 0; band < bands; band++) {
    let count = 0
    for (const [document, signature] of signatures.entries())
      if (signature) keyed[count++] = keyOf(signature, band) * places + document
    const sorted = keyed.subarray(0, count).sort()
    yield null
    for (let start = 0; start < count; ) {
      const key = Math.floor((sorted[start] ?? 0) / places)
      let end = start + 1
      while (end < count && Math.floor((sorted[end] ?? 0) / places) === key) end++
      if (end - start > 1)
        yield* pairsAmong(
          Array.from(sorted.subarray(start, end), (value) => value - key * places),
          signatures,
          classOf,
        )
      start = end
    }
  }
}

function keyOf(signature: Signature, band: number): number {
  let hash = band
  for (let at = band * bandLength; at < (band + 1) * bandLength; at++) {
    hash = Math.imul(hash ^ (signature[at] ?? 0), 0xcc9e2d51)
    hash = ((hash << 15) | (hash >>> 17)) + 0x9e3779b9
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> (32 - keyBits)
}

function* pairsAmong(
  documents: readonly number[],
  signatures: readonly (Signature | null)[],
  classOf: (document: number) => number,
): Generator<readonly [number, number] | null> {
  const [first = 0] = documents
  // The pages of one site mostly, of which there may be thousands.
  if (documents.every((document) => classOf(document) === classOf(first))) return
  let steps = 0
  for (const [index, one] of documents.entries())
    for (let before = 0; before < index; before++) {
      if (++steps % stepsAtOnce === 0) yield null
      const other = documents[before] ?? one
      if (classOf(one) === classOf(other)) continue
      const left = signatures[one]
      const right = signatures[other]
      if (left && right && areAlike(left, right)) yield [other, one]
    }
}

/** Documents by their signatures, in which near duplicates of others can be looked up. */
export class NearDuplicateIndex {
  readonly #buckets = new Map<number, number[]>()
  readonly #signatures = new Map<number, Signature>()

  add(document: number, signature: Signature): void {
    this.#signatures.set(document, signature)
    for (let band = 0; band < bands; band++) {
      const key = bucketOf(signature, band)
      const bucket = this.#buckets.get(key)
      if (bucket) bucket.push(document)
      else this.#buckets.set(key, [document])
    }
  }

  /** The first document that is a near duplicate of one with this signature; null if there is none. */
  find(signature: Signature): number | null {
    let first: number | null = null
    for (let band = 0; band < bands; band++)
      for (const document of this.#buckets.get(bucketOf(signature, band)) ?? []) {
        if (first !== null && document >= first) continue
        const other = this.#signatures.get(document)
        if (other && areAlike(other, signature)) first = document
      }
    return first
  }
}

const bucketOf = (signature: Signature, band: number): number => band * 2 ** keyBits + keyOf(signature, band)
