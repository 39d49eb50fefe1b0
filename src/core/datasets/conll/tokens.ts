/** What some language takes for white space when it reads columns: in Python some of the controls are. */
const parting = /[\s\p{Cc}]+/u

/** Always by the same locale, so that files do not depend on whose machine it is. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** A word by any rule. */
const plainWord = /^[A-Za-z0-9À-ÖØ-öø-ɏḀ-ỿ]+$/

/** The segmenter takes time that grows with the square of the text, so that it gets no more than this at once. */
const mostAtOnce = 2000

/**
 * The words and signs of `text`, without the white space and controls between, by the rules of Unicode (UAX #29) and by
 * dictionaries for scripts that write without spaces.
 */
export function tokensOf(text: string): string[] {
  const tokens: string[] = []
  for (const part of text.split(parting))
    if (plainWord.test(part)) tokens.push(part)
    else if (part !== '') addTokens(part, tokens)
  return tokens
}

/** What the last word of a window is may show in what follows, so the next one begins with it. */
function addTokens(text: string, tokens: string[]): void {
  for (let from = 0, length = mostAtOnce; from < text.length; ) {
    const isLast = from + length >= text.length
    const words = Array.from(segmenter.segment(text.slice(from, from + length)))
    if (!isLast && words.length === 1) {
      length *= 2
      continue
    }
    const whole = isLast ? words : words.slice(0, -1)
    for (const { segment } of whole) tokens.push(segment)
    from += isLast ? length : (words.at(-1)?.index ?? length)
    length = mostAtOnce
  }
}
