import { say } from '../sentences/say.ts'
import { wordSegments } from './word-segments.ts'

/** A word, a sign or white space of a text, `[start, end)` in UTF-16 code units. */
export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Whether a space (U+0020) that is no token stands after it. */
  readonly space: boolean
}

/**
 * The tokens of `text` as spaCy has them: each with the one space after it, any other white space a token of its own,
 * so that joined they are the text again. A token ends at each of `cuts`, sorted, in UTF-16 code units, so that no
 * span that begins and ends there is out of step with the tokens.
 */
export function tokensOf(text: string, cuts: readonly number[]): Token[] {
  const tokens: Token[] = []
  const add = (piece: string, at: number): void => {
    const last = tokens.at(-1)
    const joins = piece.startsWith(' ') && last !== undefined && !last.space
    if (joins) tokens[tokens.length - 1] = { ...last, space: true }
    const start = joins ? at + 1 : at
    const end = at + piece.length
    if (start < end) tokens.push({ text: text.slice(start, end), start, end, space: false })
  }
  let from = 0
  for (const to of [...cuts, text.length]) {
    if (to <= from) continue
    for (const { segment, index } of wordSegments(text.slice(from, to))) add(segment, from + index)
    from = to
  }
  return tokens
}

/** The tokens of a text with segments, and which token each of the segments begins and ends with. */
export interface TokenisedSegments {
  readonly tokens: readonly Token[]
  readonly spans: readonly { readonly first: number; readonly last: number }[]
}

/**
 * The tokens of `text`, cut at its segments.
 * @throws RangeError if a segment is not trimmed, so that a token cannot begin or end where it does
 */
export function tokeniseSegments(
  text: string,
  segments: readonly { readonly start: number; readonly end: number }[],
): TokenisedSegments {
  const tokens = tokensOf(
    text,
    segments.flatMap(({ start, end }) => [start, end]),
  )
  const starts = new Map(tokens.map((token, index) => [token.start, index]))
  const ends = new Map(tokens.map((token, index) => [token.end, index]))
  const spans = segments.map(({ start, end }, index) => {
    const first = starts.get(start)
    const last = ends.get(end)
    if (first === undefined || last === undefined)
      throw new RangeError(say`segment ${index + 1} does not begin and end with a token`)
    return { first, last }
  })
  return { tokens, spans }
}
