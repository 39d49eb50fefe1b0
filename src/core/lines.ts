/** A line of a text without its line end: `[start, end)` in UTF-16 code units. */
export interface Line {
  readonly start: number
  readonly end: number
}

/**
 * The lines of `text` in order. A line ends at LF, CRLF or a lone CR, which are no part of it. A text that
 * ends with a line end has no further, empty line after it; an empty text has no line.
 */
export function* lines(text: string): Generator<Line> {
  const lineEnd = /\r\n|\n|\r/g
  let start = 0
  for (const match of text.matchAll(lineEnd)) {
    yield { start, end: match.index }
    start = match.index + match[0].length
  }
  if (start < text.length) yield { start, end: text.length }
}
