import { imageResidue } from './image-residue.ts'

/** A piece of raw text by how it is drawn. `control` pieces are invisible characters, drawn by their code. */
export interface VisiblePiece {
  readonly kind: 'text' | 'markup' | 'space' | 'control'
  readonly text: string
}

// Markdown image residue, a table pipe at the end of the row, white space that is easily overlooked (at the ends,
// tabs, other spaces than U+0020), and characters that show nothing or turn the direction of what follows; not the
// joiners, which emoji and several scripts are written with.
const special = new RegExp(
  [
    String.raw`(?<markup>${imageResidue}|\|(?=\s*$))`,
    String.raw`(?<space>^[^\S\n]+|[^\S\n]+$|[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]+)`,
    String.raw`(?<control>(?![\t\n])\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb])`,
  ].join('|'),
  'gu',
)

/** `row` cut into pieces; joined they are the row again. */
export function visiblePieces(row: string): VisiblePiece[] {
  const pieces: VisiblePiece[] = []
  let at = 0
  for (const match of row.matchAll(special)) {
    if (match.index > at) pieces.push({ kind: 'text', text: row.slice(at, match.index) })
    const { markup, space } = match.groups ?? {}
    pieces.push({ kind: markup ? 'markup' : space ? 'space' : 'control', text: match[0] })
    at = match.index + match[0].length
  }
  if (at < row.length) pieces.push({ kind: 'text', text: row.slice(at) })
  return pieces
}

/** What of `pieces` lies in `[from, to)` of the text they make, in UTF-16 code units. */
export function slicePieces(pieces: readonly VisiblePiece[], from: number, to: number): VisiblePiece[] {
  const sliced: VisiblePiece[] = []
  let at = 0
  for (const { kind, text } of pieces) {
    const part = text.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (part !== '') sliced.push({ kind, text: part })
    at += text.length
  }
  return sliced
}

/** How a character that shows nothing is named, e.g. `U+200F`. */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
