import { lines } from '../lines.ts'
import { isWhiteSpace } from '../white-space.ts'
import { firstAfter } from './alignment/letter-lines.ts'
import { LetterNumbers, type Letters } from './alignment/letters.ts'
import { matchLetters } from './alignment/match-letters.ts'

/** A line of a gold text: a paragraph that was kept, or a part of the page with its label. */
export interface GoldLine {
  readonly text: string
  readonly label: string | null
}

/** A run `[start, end)` of the dump's text, in UTF-16 code units, that a line of the gold text was found in. */
export interface AlignedSpan {
  readonly start: number
  readonly end: number
  readonly label: string | null
  /** The index of the line of the gold text. */
  readonly line: number
}

export interface GoldAlignment {
  /** In order and without overlap. A line that the dump has in several pieces has several. */
  readonly spans: readonly AlignedSpan[]
  /** How much of the gold text was found, by its letters: from 0 to 1; 1 for a gold text without letters. */
  readonly share: number
}

/** As many letters in a row are no accident. */
const telling = 8

/** As many letters may be other ones within a piece: a word that was corrected. */
const longestOther = 12

/**
 * Finds where in `text`, that of a dump, the lines of a gold text stand that was made from it. White space does not
 * count, nor how letters are composed (NFC, NFD) or what shows nothing, so paragraphs may be joined and split at will;
 * lines are expected in the order of the dump. How: {@link matchLetters}.
 */
export function alignGold(text: string, gold: readonly GoldLine[]): GoldAlignment {
  const numbers = new LetterNumbers()
  const dump = numbers.read(text)
  const lineStarts = Int32Array.from(lines(text), ({ start }) => firstAfter(dump.starts, start - 1))
  const goldStarts = new Int32Array(gold.length)
  const parts = gold.map(({ text: line }) => numbers.read(line).numbers)
  let letters = 0
  parts.forEach((part, index) => {
    goldStarts[index] = letters
    letters += part.length
  })
  const goldNumbers = new Int32Array(letters)
  parts.forEach((part, index) => {
    goldNumbers.set(part, goldStarts[index])
  })
  const partners = matchLetters(
    { numbers: dump.numbers, lineStarts },
    { numbers: goldNumbers, lineStarts: goldStarts },
  )
  const pieces = [...piecesOf(partners, lineStarts, goldStarts)].filter(
    ({ line, matched }) => matched >= telling || 2 * matched >= (parts[line]?.length ?? 0),
  )
  const found = pieces.reduce((sum, { matched }) => sum + matched, 0)
  return { spans: [...spansOf(text, dump, pieces, gold)], share: letters === 0 ? 1 : found / letters }
}

/** A run `[first, last]` of the dump's letters that belongs to one line of the gold text. */
interface Piece {
  readonly first: number
  last: number
  readonly line: number
  matched: number
}

function* piecesOf(partners: Int32Array, lineStarts: Int32Array, goldStarts: Int32Array): Generator<Piece> {
  let piece: Piece | null = null
  let dumpLine = 0
  for (let at = 0; at < partners.length; at++) {
    const partner = partners[at] ?? -1
    if (partner === -1) continue
    const line = firstAfter(goldStarts, partner) - 1
    if (piece && piece.line === line) {
      const isNext = at === piece.last + 1
      while ((lineStarts[dumpLine + 1] ?? Number.POSITIVE_INFINITY) <= piece.last) dumpLine++
      const isOnLine = at < (lineStarts[dumpLine + 1] ?? Number.POSITIVE_INFINITY)
      if (isNext || (isOnLine && at - piece.last <= longestOther)) {
        piece.last = at
        piece.matched++
        continue
      }
    }
    if (piece) yield piece
    piece = { first: at, last: at, line, matched: 1 }
  }
  if (piece) yield piece
}

/** With what shows nothing at either end, so that a run of text without white space is taken whole. */
function* spansOf(
  text: string,
  { starts, ends }: Letters,
  pieces: readonly Piece[],
  gold: readonly GoldLine[],
): Generator<AlignedSpan> {
  let floor = 0
  for (const { first, last, line } of pieces) {
    let start = starts[first] ?? 0
    let end = ends[last] ?? 0
    floor = Math.max(floor, ends[first - 1] ?? 0)
    const ceiling = starts[last + 1] ?? text.length
    while (start > floor && !isWhiteSpace(text, start - 1, start)) start--
    while (end < ceiling && !isWhiteSpace(text, end, end + 1)) end++
    floor = end
    yield { start, end, label: gold[line]?.label ?? null, line }
  }
}
