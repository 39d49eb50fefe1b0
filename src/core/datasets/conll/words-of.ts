import { wordSegments } from '../word-segments.ts'

/** What some language takes for white space when it reads columns: in Python some of the controls are. */
const parting = /[\s\p{Cc}]+/u

/** A word by any rule. */
const plainWord = /^[A-Za-z0-9À-ÖØ-öø-ɏḀ-ỿ]+$/

/** The words and signs of `text`, without the white space and controls between. */
export function wordsOf(text: string): string[] {
  const tokens: string[] = []
  for (const part of text.split(parting))
    if (plainWord.test(part)) tokens.push(part)
    else for (const { segment } of wordSegments(part)) tokens.push(segment)
  return tokens
}
