/** How many segments of a long document the model is asked for at once, and how many it sees on either side of them. */
const partSize = 4096
const context = 256

/** The most segments that a part has with those on either side. */
export const mostOfPart = partSize + 2 * context

/**
 * A part of a document, by the indices of its segments: `[first, end)`, of which it is asked what to suggest, and
 * `[from, to)`, which the model sees.
 */
export interface DocumentPart {
  readonly from: number
  readonly first: number
  readonly end: number
  readonly to: number
}

/**
 * The parts of a document of `total` segments, from its first segment to its last. They lie at the same places whatever
 * of the document is in sight, so that suggestions do not depend on that. A document of up to 4096 segments is one part.
 */
export function documentParts(total: number): DocumentPart[] {
  return Array.from({ length: Math.ceil(total / partSize) }, (_, n) => {
    const first = n * partSize
    const end = Math.min(first + partSize, total)
    return { from: Math.max(0, first - context), first, end, to: Math.min(end + context, total) }
  })
}

/** The same parts, the one with segment `current` first, then those after it, then those before it. */
export function partsFrom(total: number, current: number): DocumentPart[] {
  const parts = documentParts(total)
  const at = parts.findIndex(({ end }) => current < end)
  return at <= 0 ? parts : [...parts.slice(at), ...parts.slice(0, at)]
}
