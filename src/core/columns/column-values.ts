import type { ListedFile } from '../listing/document-table.ts'
import { NameList } from '../listing/name-list.ts'
import type { ColumnCell } from './column-cell.ts'

/** Some cells of a column as they travel: those of the documents of one dump, from the row `from` on. */
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
  /** The numbers of texts in the list; 0 where the cell is no text. Null as long as none is. */
  readonly texts: Uint32Array | null
  readonly length: number
}

const noCells = (version: string): FileCells => ({
  version,
  numbers: new Float64Array(0),
  texts: null,
  length: 0,
})

/**
 * One column of all documents of a corpus: at most twelve bytes a document, and each different text once, so that a
 * million fit into a window. Rows are only ever added.
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

  /** How many documents are known, those without a value too. */
  get size(): number {
    return this.#size
  }

  /** How many documents have a text that was not kept, as there are too many different ones. */
  get dropped(): number {
    return this.#dropped
  }

  /** Adds what comes next of a dump; rows that are not the next ones are passed over. */
  add({ file, version, from, cells }: ColumnRows): void {
    const known = this.#files.get(file)
    const before = known?.version === version ? known : noCells(version)
    if (from !== before.length) return
    const length = from + cells.length
    const numbers = withRoom(before.numbers, length, Float64Array)
    let { texts } = before
    if (texts || cells.some((cell) => typeof cell === 'string'))
      texts = withRoom(texts ?? new Uint32Array(numbers.length), numbers.length, Uint32Array)
    for (const [at, cell] of cells.entries()) {
      if (texts && typeof cell === 'string') texts[from + at] = this.#numberOf(cell)
      numbers[from + at] = typeof cell === 'number' ? cell : Number.NaN
    }
    this.#size += length - (known?.length ?? 0)
    this.#files.set(file, { version, numbers, texts, length })
  }

  /** What the document in this row of a dump has, or the one that the dump is; null also where that is not known. */
  at(file: Pick<ListedFile, 'id' | 'version'>, place: number | null): ColumnCell {
    const cells = this.#files.get(file.id)
    const row = place ?? 0
    if (!cells || cells.version !== file.version || row >= cells.length) return null
    const text = cells.texts?.[row] ?? 0
    if (text > 0) return this.#texts.at(text)
    const number = cells.numbers[row] ?? Number.NaN
    return Number.isNaN(number) ? null : number
  }

  /** How many documents of these dumps are not known, as they are read later, or are others than were read. */
  missing(files: readonly Pick<ListedFile, 'id' | 'version' | 'documents'>[]): number {
    let missing = 0
    for (const { id, version, documents } of files) {
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

/** An array with room for so many, at least: this one, or one with what it has. */
function withRoom<T extends Float64Array | Uint32Array>(
  array: T,
  length: number,
  Made: new (length: number) => T,
): T {
  if (length <= array.length) return array
  const more = new Made(Math.max(length, array.length * 2))
  more.set(array)
  return more
}
