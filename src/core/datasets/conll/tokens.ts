/** What some language takes for white space when it reads columns: in Python some of the controls are. */
const parting = /[\s\p{Cc}]+/u

/** Always by the same locale, so that files do not depend on whose machine it is. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * The words and signs of `text`, without the white space and controls between, by the rules of Unicode (UAX #29) and by
 * dictionaries for scripts that write without spaces.
 */
export function tokensOf(text: string): string[] {
  const tokens: string[] = []
  // A mark that follows a space makes one segment with it.
  for (const { segment } of segmenter.segment(text))
    for (const part of segment.split(parting)) if (part !== '') tokens.push(part)
  return tokens
}
