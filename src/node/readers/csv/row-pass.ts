import { finished } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { say } from '../../../core/sentences/say.ts'
import { decodeAs } from '../decode.ts'
import { type CsvFormat, lenient } from './csv-format.ts'
import { inReadOrder } from './wide-characters.ts'

/** A row as it was come across. */
export interface FoundRow {
  /** From 1, without the header; empty lines do not count. */
  readonly number: number
  /** Where it begins in the uncompressed content. */
  readonly position: number
  /** With what ends it. */
  readonly bytes: number
  /** Its cells, or why it cannot be used. */
  readonly cells: readonly string[] | string
  /**
   * Doubtful if a cell of several lines begins with a quotation mark, which is either part of it or was never closed;
   * wrong if there is no end to it.
   */
  readonly quotation: 'right' | 'doubtful' | 'wrong'
}

export const unclosedQuotation = (): string =>
  say`A quotation mark in it is not closed; Winnow went on with the next line.`

/** A quotation mark that is not closed within this is taken for a mistake, in bytes. */
export const longestRow = 16 * 1024 * 1024

type Cell = string | Buffer

/** One reading of rows from a place on, without going back. */
export class RowPass {
  readonly #parser
  readonly #format: CsvFormat
  #rows: FoundRow[] = []
  /** The half of a character that the rest of is not there yet. */
  #rest: Uint8Array = new Uint8Array(0)
  #isCut = false
  /** True after a row that never ends: nothing more can be read. */
  #isStuck = false
  #number: number
  #position: number

  /** The row at `position` is `number`; 0 is the header. */
  constructor(format: CsvFormat, position: number, number: number) {
    this.#format = format
    this.#number = number
    this.#position = position
    this.#parser = parse({
      ...lenient,
      encoding: format.isWide ? 'utf16le' : null,
      bom: position === 0,
      delimiter: format.delimiter,
      quote: format.quote,
      max_record_size: longestRow,
      skip_records_with_error: true,
      on_record: (cells: readonly Cell[], { bytes }) => {
        if (!this.#isStuck) this.#add(cells, position + bytes)
        return null
      },
      on_skip: () => {
        if (!this.#isStuck) this.#stick()
      },
    })
    this.#parser.resume()
  }

  write(bytes: Uint8Array): void {
    const { whole, rest } = inReadOrder(this.#rest, bytes, this.#format)
    this.#rest = rest
    this.#parser.write(whole)
  }

  /** To be called after the last bytes; `isCut` if there should be more. */
  async end(isCut: boolean): Promise<void> {
    this.#isCut = isCut
    this.#parser.end()
    await finished(this.#parser)
  }

  /** The rows that were found since the last call. */
  take(): FoundRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  #add(cells: readonly Cell[], end: number): void {
    const number = this.#number++
    const position = this.#position
    this.#position = end
    if (number === 0) return
    const usable = this.#usable(cells)
    const isDoubtful = typeof usable !== 'string' && usable.some((cell) => /^"[^\n\r]*[\n\r]/.test(cell))
    const quotation = isDoubtful && this.#format.quote !== null ? 'doubtful' : 'right'
    this.#rows.push({ number, position, bytes: end - position, cells: usable, quotation })
  }

  #stick(): void {
    this.#isStuck = true
    const cells = this.#isCut ? say`The file breaks off within it.` : unclosedQuotation()
    this.#rows.push({ number: this.#number, position: this.#position, bytes: 0, cells, quotation: 'wrong' })
  }

  #usable(cells: readonly Cell[]): readonly string[] | string {
    const { names, encoding } = this.#format
    if (this.#isCut) return say`The file breaks off within it.`
    if (cells.length !== names.length)
      return cells.length === 1
        ? say`It has ${cells.length} column and not ${names.length}.`
        : say`It has ${cells.length} columns and not ${names.length}.`
    return cells.map((cell) => (typeof cell === 'string' ? cell : decodeAs(cell, encoding).text))
  }
}
