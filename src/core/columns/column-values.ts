import type { ListedFile } from '../listing/document-table.ts'
import { NameList } from '../listing/name-list.ts'
import type { ColumnCell } from './column-cell.ts'

/** Some cells of a column as they travel: those of the records of one dump, from the row `from` on. */
export interface ColumnRows {
  readonly file: string
  /** The version of the dump that was read. */
  readonly version: string
  readonly from: number
  readonly cells: readonly ColumnCell[]
}

/** How many different texts are kept; of a column with more, such as one of texts themselves, nobody chooses one. */
export const mostTexts = 200_000

interface FileCells {
  readonly version: string
  readonly numbers: Float64Array
  /** The numbers of texts in the list; 0 where the cell is no text. */
  readonly texts: Uint32Array
  readonly length: number
}

const noCells = (version: string): FileCells => ({
  version,
  numbers: new Float64Array(0),
  texts: new Uint32Array(0),
  length: 0,
})

/**
 * One metadata column of all records of a corpus: twelve bytes a record, and each different text once, so that a million
 * fit into a window. Rows are only ever added.
 */
export class ColumnValues {
  readonly #files = new Map<string, FileCells>()
  readonly #texts = new NameList()
  readonly #mostTexts: number
  #size = 0
  #dropped = 0

  constructor(most: number = mostTexts) {
    this.#mostTexts = most
  }

  /** How many records are known, those without a value too. */
  get size(): number {
    return this.#size
  }

  /** How many records have a text that was not kept, as there are too many different ones. */
  get dropped(): number {
    return this.#dropped
  }

  /** Adds what comes next of a dump; rows that are not the next ones are passed over. */
  add({ file, version, from, cells }: ColumnRows): void {
    const known = this.#files.get(file)
    const before = known?.version === version ? known : noCells(version)
    if (from !== before.length) return
    const length = from + cells.length
    const { numbers, texts } = withRoom(before, length)
    for (const [at, cell] of cells.entries()) {
      const text = typeof cell === 'string' ? this.#numberOf(cell) : 0
      texts[from + at] = text
      numbers[from + at] = typeof cell === 'number' ? cell : Number.NaN
    }
    this.#size += length - (known?.length ?? 0)
    this.#files.set(file, { version, numbers, texts, length })
  }

  /** What the record in this row of a dump has; null also where that is not known. */
  at(file: Pick<ListedFile, 'id' | 'version'>, row: number | null): ColumnCell {
    const cells = this.#files.get(file.id)
    if (row === null || !cells || cells.version !== file.version || row >= cells.length) return null
    const text = cells.texts[row] ?? 0
    if (text > 0) return this.#texts.at(text)
    const number = cells.numbers[row] ?? Number.NaN
    return Number.isNaN(number) ? null : number
  }

  /** How many records of these dumps are not known, as they are read later, or are others than were read. */
  missing(files: readonly Pick<ListedFile, 'id' | 'version' | 'records' | 'documents'>[]): number {
    let missing = 0
    for (const { id, version, records, documents } of files) {
      if (!records) continue
      const cells = this.#files.get(id)
      missing += Math.max(0, documents - (cells?.version === version ? cells.length : 0))
    }
    return missing
  }

  #numberOf(text: string): number {
    if (this.#texts.names.length <= this.#mostTexts || this.#texts.has(text))
      return this.#texts.numberOf(text)
    this.#dropped++
    return 0
  }
}

function withRoom({ numbers, texts }: FileCells, length: number): Pick<FileCells, 'numbers' | 'texts'> {
  if (length <= numbers.length) return { numbers, texts }
  const room = Math.max(length, numbers.length * 2)
  const more = { numbers: new Float64Array(room), texts: new Uint32Array(room) }
  more.numbers.set(numbers)
  more.texts.set(texts)
  return more
}
