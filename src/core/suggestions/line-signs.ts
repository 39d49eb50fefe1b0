import { repetitionKey } from './normalise-line.ts'

/** What lines are recognised by on another page of the same site, from the whole line to its mere form. */
export interface LineSigns {
  /** The line itself, as repeats are counted. */
  readonly key: string
  /** How it begins: what a site puts before names, dates and links. Empty in very short lines. */
  readonly lead: string
  /** Length class, how it begins and ends, and whether it has digits, as a code. */
  readonly form: string
  /** The same in fewer steps: short or long, markup, digits in a short one. */
  readonly kind: string
  /** How it ends, as a code. */
  readonly end: string
}

const sentenceEnd = /[.!?…。！？।؟]["'”’»›」』)\]]*$/u
const wordsIn = /\S+/gu

/** The signs of one line. */
export function lineSigns(line: string): LineSigns {
  const key = repetitionKey(line)
  const words = key.match(wordsIn) ?? []
  const length = lengthClass(key)
  const start = startClass(line)
  const end = endClass(line)
  const digits = key.includes('0') ? 'd' : ''
  const markup = start === 'i' || start === 'l' || start === 'm' ? start : ''
  return {
    key,
    lead: words.length > 2 || key.length > 12 ? shortened(words.slice(0, 2)) : '',
    form: `${length}${start}${end}${digits}`,
    kind:
      length <= 4 ? `short${markup}${digits}` : length <= 6 ? `middle${markup}${digits}` : `long${markup}`,
    end,
  }
}

/** Words of scripts that have no spaces between words are as long as sentences. */
const shortened = (words: readonly string[]): string => words.map((word) => word.slice(0, 12)).join(' ')

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
