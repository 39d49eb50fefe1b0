import { NameList } from './name-list.ts'

/** Records of one dump as they travel, each column as long as the others. */
export interface RecordRows {
  /** Their numbers, as in the ids of their documents, ascending. */
  readonly numbers: readonly number[]
  readonly bytes: readonly number[]
  /** Where their reader finds them; left out where nobody reads them. */
  readonly positions?: readonly number[] | undefined
  readonly sites: NamedRows
  readonly languages: NamedRows
}

/** A column of names that recur: for each row the index of its name; '' is not known. */
export interface NamedRows {
  readonly names: readonly string[]
  readonly of: readonly number[]
}

/** All records of one dump as they are kept in a file or handed to a thread. */
export interface RecordData {
  readonly numbers: Uint32Array<ArrayBuffer>
  readonly bytes: Uint32Array<ArrayBuffer>
  readonly positions: Float64Array<ArrayBuffer> | null
  readonly sites: { readonly names: readonly string[]; readonly of: Uint32Array<ArrayBuffer> }
  readonly languages: { readonly names: readonly string[]; readonly of: Uint32Array<ArrayBuffer> }
}

/** How many records there is room for at first. */
const firstRoom = 256

/**
 * The records of one dump in typed arrays, about 24 bytes each, so that a million fit where objects would not. Records
 * are only ever added: whoever knows the first n may go on reading them.
 */
export class RecordColumns {
  #length = 0
  #numbers = new Uint32Array(firstRoom)
  #bytes = new Uint32Array(firstRoom)
  #positions: Float64Array | null = null
  #sites = new Uint32Array(firstRoom)
  #languages = new Uint32Array(firstRoom)
  readonly #siteNames = new NameList()
  readonly #languageNames = new NameList()

  static of(data: RecordData): RecordColumns {
    const columns = new RecordColumns()
    columns.#length = data.numbers.length
    columns.#numbers = data.numbers.slice()
    columns.#bytes = data.bytes.slice()
    columns.#positions = data.positions?.slice() ?? null
    columns.#sites = renumbered(data.sites, columns.#siteNames)
    columns.#languages = renumbered(data.languages, columns.#languageNames)
    return columns
  }

  get length(): number {
    return this.#length
  }

  /** Adds rows whose numbers are above all that are there. */
  append(rows: RecordRows): void {
    const from = this.#length
    const length = from + rows.numbers.length
    this.#makeRoom(length, rows.positions !== undefined)
    this.#numbers.set(rows.numbers, from)
    this.#bytes.set(rows.bytes, from)
    if (rows.positions) this.#positions?.set(rows.positions, from)
    this.#sites.set(renumbered(rows.sites, this.#siteNames), from)
    this.#languages.set(renumbered(rows.languages, this.#languageNames), from)
    this.#length = length
  }

  numberAt(row: number): number {
    return this.#numbers[row] ?? 0
  }

  bytesAt(row: number): number {
    return this.#bytes[row] ?? 0
  }

  positionAt(row: number): number {
    return this.#positions?.[row] ?? 0
  }

  /** '' where it is not known. */
  siteAt(row: number): string {
    return this.#siteNames.at(this.#sites[row] ?? 0)
  }

  /** '' where it is not known. */
  languageAt(row: number): string {
    return this.#languageNames.at(this.#languages[row] ?? 0)
  }

  /** The row of the record with this number, or -1. */
  rowOf(number: number): number {
    let low = 0
    let high = this.#length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = this.numberAt(middle)
      if (found === number) return middle
      if (found < number) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  /** The rows from `from` until before `to` as they travel to a window, without their positions. */
  rows(from: number, to: number): RecordRows {
    return {
      numbers: [...this.#numbers.subarray(from, to)],
      bytes: [...this.#bytes.subarray(from, to)],
      sites: namedRows(this.#sites.subarray(from, to), this.#siteNames),
      languages: namedRows(this.#languages.subarray(from, to), this.#languageNames),
    }
  }

  /** A copy of the rows from `from` until before `to`. */
  data(from: number, to: number): RecordData {
    return {
      numbers: this.#numbers.slice(from, to),
      bytes: this.#bytes.slice(from, to),
      positions: this.#positions?.slice(from, to) ?? null,
      sites: { names: [...this.#siteNames.names], of: this.#sites.slice(from, to) },
      languages: { names: [...this.#languageNames.names], of: this.#languages.slice(from, to) },
    }
  }

  #makeRoom(length: number, withPositions: boolean): void {
    if (length > this.#numbers.length) {
      const room = Math.max(length, this.#numbers.length * 2)
      this.#numbers = grown(this.#numbers, new Uint32Array(room))
      this.#bytes = grown(this.#bytes, new Uint32Array(room))
      this.#sites = grown(this.#sites, new Uint32Array(room))
      this.#languages = grown(this.#languages, new Uint32Array(room))
      if (this.#positions) this.#positions = grown(this.#positions, new Float64Array(room))
    }
    if (withPositions) this.#positions ??= new Float64Array(this.#numbers.length)
  }
}

function grown<T extends Uint32Array | Float64Array>(before: T, after: T): T {
  after.set(before)
  return after
}

/** The numbers that the names of a column have in `list`, row by row. */
function renumbered(
  { names, of }: { names: readonly string[]; of: ArrayLike<number> },
  list: NameList,
): Uint32Array<ArrayBuffer> {
  const numbers = names.map((name) => list.numberOf(name))
  return Uint32Array.from(of, (index) => numbers[index] ?? 0)
}

/** The names of the rows, with no others in the list. */
function namedRows(numbers: Uint32Array, list: NameList): NamedRows {
  const used = new NameList()
  const of = Array.from(numbers, (number) => used.numberOf(list.at(number)))
  return { names: [...used.names], of }
}
