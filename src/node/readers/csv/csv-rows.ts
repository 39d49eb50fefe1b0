import { BrokenContent, type Content, type ContentPiece } from '../content/content.ts'
import { decodeAs } from '../decode.ts'
import { type CsvFormat, isWellQuoted } from './csv-format.ts'
import { type FoundRow, RowPass, unclosedQuotation } from './row-pass.ts'

/** Some more rows of a file. */
export interface RowBatch {
  readonly rows: readonly FoundRow[]
  readonly doneBytes: number
}

const readAtOnce = 262_144

/**
 * The rows of a file in order, without its header. After a row that swallows all that follows, since its quotation mark
 * is not closed, the next line is read as a row. @throws BrokenContent after all rows before the break
 */
export async function* csvRows(
  content: Content,
  format: CsvFormat,
  signal: AbortSignal,
): AsyncGenerator<RowBatch> {
  let pass = new RowPass(format, 0, format.hasHeader ? 0 : 1)
  let pieces = content.pieces(signal)
  let broken: BrokenContent | null = null
  let isWholeRead = true
  for (let doneBytes = 0; ; ) {
    let mistake: FoundRow | null = null
    try {
      for await (const piece of pieces) {
        signal.throwIfAborted()
        doneBytes = Math.max(doneBytes, piece.doneBytes)
        pass.write(piece.bytes)
        const found = await upToMistake(content, format, pass)
        yield { rows: found.rows, doneBytes }
        mistake = found.mistake
        if (mistake) break
      }
    } catch (error) {
      if (!(error instanceof BrokenContent)) throw error
      broken = error
    }
    if (mistake) isWholeRead = false
    else {
      await pass.end(broken !== null)
      const found = await upToMistake(content, format, pass)
      yield { rows: found.rows, doneBytes }
      mistake = found.mistake
    }
    if (!mistake || broken) break
    const next = await nextLine(content, mistake.position, format)
    pass = new RowPass(format, next, mistake.number + 1)
    pieces = piecesFrom(content, next, signal)
  }
  // What was not read for the sake of its rows is read once for what the content finds out by that.
  if (!isWholeRead) for await (const _ of content.pieces(signal)) signal.throwIfAborted()
  if (broken) throw broken
}

/** The rows that a pass has found, up to the first one that quotation marks make of too much. */
async function upToMistake(
  content: Content,
  format: CsvFormat,
  pass: RowPass,
): Promise<{ rows: readonly FoundRow[]; mistake: FoundRow | null }> {
  const rows = pass.take()
  for (const [index, row] of rows.entries()) {
    if (row.quotation === 'right') continue
    if (row.quotation === 'doubtful') {
      const { text } = decodeAs(await content.read(row.position, row.bytes), format.encoding)
      if (isWellQuoted(text, format)) continue
    }
    const cells = typeof row.cells === 'string' ? row.cells : unclosedQuotation()
    return { rows: [...rows.slice(0, index), { ...row, cells }], mistake: row }
  }
  return { rows, mistake: null }
}

/** Where the line after that of `position` begins, or the end of the file. */
async function nextLine(
  content: Content,
  position: number,
  { isWide, isBigEndian }: CsvFormat,
): Promise<number> {
  const unit = isWide ? 2 : 1
  const letter = isWide && isBigEndian ? 1 : 0
  for (let at = position; ; at += readAtOnce) {
    const bytes = await content.read(at, readAtOnce)
    for (let index = 0; index + unit <= bytes.length; index += unit) {
      const byte = bytes[index + letter]
      const isNarrow = !isWide || bytes[index + 1 - letter] === 0
      if (isNarrow && (byte === 0x0a || byte === 0x0d)) return at + index + unit
    }
    if (bytes.length < readAtOnce) return at + bytes.length
  }
}

async function* piecesFrom(
  content: Content,
  position: number,
  signal: AbortSignal,
): AsyncGenerator<ContentPiece> {
  for (let at = position; ; ) {
    signal.throwIfAborted()
    const bytes = await content.read(at, readAtOnce)
    if (bytes.length === 0) return
    at += bytes.length
    yield { bytes, doneBytes: 0 }
  }
}
