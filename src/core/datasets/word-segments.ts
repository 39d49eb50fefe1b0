/** Always by the same locale, so that files do not depend on whose machine it is. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** The segmenter takes time that grows with the square of a text, so that it gets no more than this at once. */
const mostAtOnce = 2000

/** A word, a sign or white space, and where it begins, in UTF-16 code units. */
export interface WordSegment {
  readonly segment: string
  readonly index: number
}

/**
 * `text` cut at the bounds of its words by the rules of Unicode (UAX #29), and by dictionaries in scripts that write
 * without spaces, whatever the language; joined, the segments are the text again.
 */
export function* wordSegments(text: string): Generator<WordSegment> {
  for (let from = 0, length = mostAtOnce; from < text.length; ) {
    const isLast = from + length >= text.length
    const words = Array.from(segmenter.segment(text.slice(from, from + length)))
    // Where the last word ends may show in what follows only, as in `3.` of `3.5`: the next window begins before.
    const next = isLast ? length : (words.at(-2)?.index ?? 0)
    if (next === 0) {
      length *= 2
      continue
    }
    for (const { segment, index } of words) if (index < next) yield { segment, index: from + index }
    from += next
    length = mostAtOnce
  }
}
