import { z } from 'zod'
import { say } from '../sentences/say.ts'
import { WinnowError } from '../winnow-error.ts'
import { type FoldOptions, fold, isBoundary, mayContain } from './fold.ts'

/** What to search for. */
export const searchQuerySchema = z.object({
  text: z.string().min(1).max(1000),
  matchCase: z.boolean(),
  matchDiacritics: z.boolean(),
  /** Whether `text` is a regular expression (ECMAScript, with the flags u and m). */
  regex: z.boolean(),
})

export type SearchQuery = z.infer<typeof searchQuerySchema>

/** A query that nothing was typed into yet: it takes a and ạ, A and a for the same. */
export const noQuery: SearchQuery = { text: '', matchCase: false, matchDiacritics: false, regex: false }

/** `[start, end)` of the searched text as it was given, in UTF-16 code units. */
export interface Match {
  readonly start: number
  readonly end: number
}

/** The matches in a text in order, at most so many; they do not overlap and are not empty. */
export type Find = (text: string, most: number) => Match[]

/** Makes the search for `query`. @throws WinnowError `search-invalid` where the regular expression is none */
export function compileSearch(query: SearchQuery): Find {
  return query.regex ? findPattern(query) : findText(query)
}

/** Both ends of what is found lie between characters: `e` is not found in an `é` of two code points. */
function findText(query: SearchQuery): Find {
  const wanted = fold(query.text, query).text
  return (text, most) => {
    const matches: Match[] = []
    if (wanted === '' || !mayContain(text, wanted, query)) return matches
    const folded = fold(text, query)
    let at = folded.text.indexOf(wanted)
    while (at !== -1 && matches.length < most) {
      const end = at + wanted.length
      const whole = isBoundary(folded, at) && isBoundary(folded, end)
      if (whole) matches.push(match(folded.origins, at, end))
      at = folded.text.indexOf(wanted, whole ? end : at + 1)
    }
    return matches
  }
}

/** What is found is widened to whole characters. */
function findPattern(query: SearchQuery): Find {
  // The flag i takes care of case, as folding would change what classes like [A-Z] mean.
  const options: FoldOptions = { matchCase: true, matchDiacritics: query.matchDiacritics }
  const pattern = compilePattern(query, fold(query.text, options).text)
  return (text, most) => {
    const matches: Match[] = []
    const folded = fold(text, options)
    for (const found of folded.text.matchAll(pattern)) {
      if (found[0] === '') continue
      let start = found.index
      let end = start + found[0].length
      while (!isBoundary(folded, start)) start--
      while (!isBoundary(folded, end)) end++
      const wide = match(folded.origins, start, end)
      if (wide.start >= (matches.at(-1)?.end ?? 0)) matches.push(wide)
      if (matches.length >= most) break
    }
    return matches
  }
}

const match = (origins: Uint32Array, at: number, end: number): Match => ({
  start: origins[at] ?? 0,
  end: origins[end] ?? 0,
})

function compilePattern({ text, matchCase }: SearchQuery, pattern: string): RegExp {
  try {
    return new RegExp(pattern, matchCase ? 'gmu' : 'gimu')
  } catch (error) {
    // The engine's message repeats the expression before it says what is wrong.
    const reason = error instanceof Error ? error.message.replace(/^.*: /s, '') : String(error)
    throw new WinnowError(
      'search-invalid',
      say`“${text}” is no regular expression: ${reason}. Correct it, or search for it as plain text.`,
      { cause: error },
    )
  }
}
