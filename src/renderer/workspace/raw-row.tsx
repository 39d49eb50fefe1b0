import { Fragment, memo, type ReactNode } from 'react'
import type { DisplayRow } from '../../core/display-rows.ts'
import type { LabelColour } from '../../core/label-set.ts'
import { codePointName, slicePieces, type VisiblePiece, visiblePieces } from '../../core/visible-text.ts'
import { SplitCaret } from './split-caret.tsx'

/** What of a segment stands in a row of the raw pane. Offsets in the text, in UTF-16 code units. */
export interface RowPart {
  readonly segment: number
  readonly start: number
  readonly end: number
  readonly colour: LabelColour | null
  /** Whether the colour is that of a label which is only suggested. */
  readonly suggested: boolean
  readonly lit: boolean
  readonly selected: boolean
}

export interface RawRowProps {
  readonly row: DisplayRow
  readonly text: string
  /** The segments in the row; none where it is blank. */
  readonly parts: readonly RowPart[]
  /** Where in the row the current segment would be split; null if nowhere. */
  readonly caret: number | null
  /** Whether it is HTML that the document was made of, and no text of the document itself. */
  readonly isSource: boolean
}

/** A row of the raw text. One segment fills its row; several are told apart within it. */
export const RawRow = memo(function RawRow({ row, text, parts, caret, isSource }: RawRowProps): ReactNode {
  const [first] = parts
  const alone = parts.length === 1 ? first : undefined
  return (
    <div
      data-segment={first?.segment}
      data-colour={alone?.colour ?? undefined}
      className={`raw-row${parts.length > 1 ? ' shared' : ''}${marks(alone)}`}
    >
      <span className="raw-line" aria-hidden="true">
        {row.line ?? '↳'}
      </span>
      <span className="raw-text" data-text-start={isSource ? undefined : row.start}>
        {parts.length > 1 ? (
          <SharedText row={row} text={text} parts={parts} caret={caret} />
        ) : (
          <RunOfText row={row} text={text} start={row.start} end={row.end} caret={caret} />
        )}
      </span>
    </div>
  )
}, sameRow)

const marks = (part: RowPart | undefined): string =>
  `${part?.lit ? ' lit' : ''}${part?.selected ? ' selected' : ''}${part?.suggested ? ' suggested' : ''}`

/** The text of a row in which several segments stand, each told apart. */
function SharedText({
  row,
  text,
  parts,
  caret,
}: Pick<RawRowProps, 'row' | 'text' | 'parts' | 'caret'>): ReactNode {
  const run = (start: number, end: number): ReactNode => (
    <RunOfText row={row} text={text} start={start} end={end} caret={caret} />
  )
  return (
    <>
      {parts.map((part, n) => (
        <Fragment key={part.start}>
          {run(parts[n - 1]?.end ?? row.start, part.start)}
          <span
            className={`raw-segment${marks(part)}`}
            data-segment={part.segment}
            data-colour={part.colour ?? undefined}
          >
            {run(part.start, part.end)}
          </span>
        </Fragment>
      ))}
      {run(parts.at(-1)?.end ?? row.end, row.end)}
    </>
  )
}

/**
 * The text `[start, end)` in a row, with the caret if it stands there. Apart from the row, as a split changes the place
 * of every segment below, and nothing in their text.
 */
const RunOfText = memo(function RunOfText(props: {
  row: DisplayRow
  text: string
  start: number
  end: number
  caret: number | null
}): ReactNode {
  const { row, text, start, end, caret } = props
  // Cut from the whole row, as what counts as markup or overlooked white space depends on what stands around it.
  const pieces = visiblePieces(text.slice(row.start, row.end))
  const draw = (from: number, to: number): ReactNode => (
    <Pieces pieces={slicePieces(pieces, from - row.start, to - row.start)} />
  )
  if (caret === null || caret < start || caret >= end) return draw(start, end)
  return (
    <>
      {draw(start, caret)}
      <SplitCaret />
      {draw(caret, end)}
    </>
  )
})

function Pieces({ pieces }: { pieces: readonly VisiblePiece[] }): ReactNode {
  return pieces.map((piece, index) =>
    piece.kind === 'text' ? (
      piece.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no other name than their place
      <span key={index} className={`raw-${piece.kind}`} data-name={codePointName(piece.text)}>
        {piece.text}
      </span>
    ),
  )
}

/** The parts are made anew for each drawing; a row is drawn again only where one of them differs. */
function sameRow(a: RawRowProps, b: RawRowProps): boolean {
  return (
    a.row === b.row &&
    a.text === b.text &&
    a.caret === b.caret &&
    a.isSource === b.isSource &&
    a.parts.length === b.parts.length &&
    a.parts.every((part, n) => {
      const other = b.parts[n]
      return (
        other !== undefined &&
        part.segment === other.segment &&
        part.start === other.start &&
        part.end === other.end &&
        part.colour === other.colour &&
        part.suggested === other.suggested &&
        part.lit === other.lit &&
        part.selected === other.selected
      )
    })
  )
}
