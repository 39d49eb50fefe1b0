import { repetitionKey } from './normalise-line.ts'

/** What lines are recognised by on another page of the same site, from the whole line to its mere form. */
export interface LineSigns {
  /** The line itself, as repeats are counted. */
  readonly key: string
  /** How it begins and how it ends: what a site puts around names, dates and links. Empty in very short lines. */
  readonly lead: string
  readonly tail: string
  /** Length class, markup, and how it ends, as a code. */
  readonly form: string
}

const sentenceEnd = /[.!?…。！？।؟]["'”’»›」』)\]]*$/u
const wordsIn = /\S+/gu

/** The signs of one line. */
export function lineSigns(line: string): LineSigns {
  const key = repetitionKey(line)
  const words = key.match(wordsIn) ?? []
  const enough = words.length > 2 || key.length > 12
  return {
    key,
    lead: enough
      ? words
          .slice(0, 2)
          .map((word) => word.slice(0, 12))
          .join(' ')
      : '',
    tail: enough
      ? words
          .slice(-2)
          .map((word) => word.slice(-12))
          .join(' ')
      : '',
    form: `${lengthClass(key)}${startClass(line)}${endClass(line)}${key.includes('0') ? 'd' : ''}`,
  }
}

/** Doubles of length, the shortest and the longest taken together. */
const lengthClass = (key: string): number => Math.max(2, Math.min(9, Math.round(Math.log2(key.length + 1))))

function startClass(line: string): string {
  if (line.startsWith('![')) return 'i'
  if (line.startsWith('[')) return 'l'
  if (/^[*\-•·–—»›>#|]/u.test(line)) return 'm'
  if (/^["'“‘„«‹「『]/u.test(line)) return 'q'
  if (/^\p{Nd}/u.test(line)) return 'n'
  return /^\p{Ll}/u.test(line) ? 's' : 'w'
}

function endClass(line: string): string {
  if (sentenceEnd.test(line)) return '.'
  if (/[:：]$/u.test(line)) return ':'
  if (/[)\]|]$/u.test(line)) return ')'
  return /\p{Nd}$/u.test(line) ? '0' : 'w'
}
