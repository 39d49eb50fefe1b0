import { say } from '../../sentences/say.ts'
import type { ReadTrouble } from '../read-document.ts'

/** The longest row that is read, in UTF-16 code units; a longer one is taken for a quotation mark never closed. */
export const longestCsvRow = 2 ** 26

/** A row and its number as a spreadsheet counts it, the first being 1. */
export interface CsvRow {
  readonly number: number
  readonly cells: readonly string[]
}

/**
 * The rows of a table as text that comes in `chunks`, after RFC 4180: cells in quotation marks may hold anything.
 * What separates them is found in the first line: a comma, tab, semicolon (of spreadsheets where the comma is in
 * numbers) or bar. Any line end ends a row; empty lines are none. Written here because the readers at hand are streams
 * of Node, and core knows of none.
 */
export async function* csvRowsOf(chunks: AsyncIterable<string>): AsyncGenerator<CsvRow | ReadTrouble> {
  let head = ''
  let rows: Rows | null = null
  for await (const chunk of chunks) {
    if (rows === null) {
      head += chunk
      if (!/[\r\n]/.test(head) && head.length < longestCsvRow) continue
      rows = new Rows(delimiterOf(head))
      yield* rows.take(head.replace(/^\ufeff/, ''))
    } else yield* rows.take(chunk)
    if (rows.isOver) return
  }
  if (rows === null) {
    rows = new Rows(delimiterOf(head))
    yield* rows.take(head.replace(/^\ufeff/, ''))
  }
  yield* rows.end()
}

function delimiterOf(head: string): string {
  const line = /^[^\r\n]*/.exec(head.trimStart())?.[0] ?? ''
  const counts = [',', '\t', ';', '|'].map((delimiter) => ({
    delimiter,
    count: line.split(delimiter).length,
  }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter
}

class Rows {
  readonly #delimiter: string
  #number = 1
  #cells: string[] = []
  #parts: string[] = []
  /** Of the row so far. */
  #length = 0
  #quoted = false
  /** True right after a quotation mark that ends a cell, unless another one follows. */
  #closed = false
  /** True where the row before ended with a carriage return, to which a line feed belongs. */
  #returned = false
  /** True once the rows can no longer be told apart. */
  isOver = false

  constructor(delimiter: string) {
    this.#delimiter = delimiter
  }

  *take(chunk: string): Generator<CsvRow | ReadTrouble> {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      if (this.#quoted) {
        const mark = chunk.indexOf('"', at)
        if (mark === -1) break
        this.#keep(chunk.slice(from, mark))
        this.#quoted = false
        this.#closed = true
        from = mark + 1
        at = mark
        continue
      }
      const character = chunk[at] ?? ''
      const closed = this.#closed
      const returned = this.#returned
      this.#closed = false
      this.#returned = false
      if (character === '"') {
        const opens = closed || (this.#parts.length === 0 && from === at)
        if (!opens) continue
        if (closed) this.#keep('"')
        this.#quoted = true
        from = at + 1
      } else if (character === this.#delimiter) {
        this.#keep(chunk.slice(from, at))
        this.#endCell()
        from = at + 1
      } else if (character === '\n' || character === '\r') {
        this.#returned = character === '\r'
        this.#keep(chunk.slice(from, at))
        from = at + 1
        if (!(returned && character === '\n')) yield* this.#endRow()
      }
    }
    this.#keep(chunk.slice(from))
    if (this.#length > longestCsvRow) {
      this.isOver = true
      yield this.#trouble(
        say`It is longer than any row should be: a quotation mark in it may never be closed. Nothing is read from there on.`,
      )
    }
  }

  *end(): Generator<CsvRow | ReadTrouble> {
    if (this.isOver) return
    if (this.#quoted)
      yield this.#trouble(
        say`The file ends within it: it was cut off, or is still being written. Nothing is read from there on.`,
      )
    else if (this.#cells.length > 0 || this.#length > 0) yield* this.#endRow()
  }

  #trouble(reason: string): ReadTrouble {
    return { where: say`row ${this.#number}`, reason }
  }

  #keep(part: string): void {
    if (part !== '') this.#parts.push(part)
    this.#length += part.length
  }

  #endCell(): void {
    this.#cells.push(this.#parts.join(''))
    this.#parts = []
    this.#length++
  }

  *#endRow(): Generator<CsvRow> {
    this.#endCell()
    const cells = this.#cells
    const number = this.#number++
    this.#cells = []
    this.#length = 0
    if (cells.length > 1 || cells[0] !== '') yield { number, cells }
  }
}
