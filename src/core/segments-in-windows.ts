/** `Intl.Segmenter` takes time that grows with the square of a text, so that it gets no more than this at once. */
const mostAtOnce = 2000

/** A character, word or sentence, and where it begins, in UTF-16 code units. */
export interface TextSegment {
  readonly segment: string
  readonly index: number
}

/** What `segmenter` makes of `text`, in time that grows with its length. */
export function* segmentsInWindows(segmenter: Intl.Segmenter, text: string): Generator<TextSegment> {
  for (let from = 0, length = mostAtOnce; from < text.length; ) {
    const isLast = from + length >= text.length
    const segments = Array.from(segmenter.segment(text.slice(from, from + length)))
    // Where the last ones end may show in what follows only, as in `3.` of `3.5`: the next window begins before.
    const next = isLast ? length : (segments.at(-2)?.index ?? 0)
    if (next === 0) {
      length *= 2
      continue
    }
    for (const { segment, index } of segments) if (index < next) yield { segment, index: from + index }
    from += next
    length = mostAtOnce
  }
}
