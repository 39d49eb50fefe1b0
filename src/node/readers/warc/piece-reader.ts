import { BrokenContent, type ContentPiece } from '../content/content.ts'

/** Reads content from front to back and looks ahead, in memory for no more than was asked to look at. */
export class PieceReader {
  readonly #pieces: AsyncIterator<ContentPiece>
  #buffer = Buffer.alloc(0)
  #from = 0
  #to = 0
  #isAtEnd = false
  #position = 0
  #doneBytes = 0
  #broken: BrokenContent | null = null

  constructor(pieces: AsyncGenerator<ContentPiece>) {
    this.#pieces = pieces
  }

  /** Where in the content comes next. */
  get position(): number {
    return this.#position
  }

  /** How many bytes of the file on the disk were read. */
  get doneBytes(): number {
    return this.#doneBytes
  }

  /** Why there is no more, if it is not the end. Known once everything before the break was looked at. */
  get broken(): BrokenContent | null {
    return this.#broken
  }

  /** At least the next `length` bytes without going past them; fewer at the end. Good until the next call. */
  async look(length: number): Promise<Buffer> {
    while (this.#to - this.#from < length && !this.#isAtEnd) await this.#more()
    return this.#buffer.subarray(this.#from, this.#to)
  }

  /** Goes past `length` bytes that were looked at. */
  skip(length: number): void {
    this.#from += length
    this.#position += length
  }

  async #more(): Promise<void> {
    try {
      const next = await this.#pieces.next()
      if (next.done) this.#isAtEnd = true
      else {
        this.#doneBytes = next.value.doneBytes
        this.#append(next.value.bytes)
      }
    } catch (error) {
      if (!(error instanceof BrokenContent)) throw error
      this.#isAtEnd = true
      this.#broken = error
    }
  }

  #append(bytes: Uint8Array): void {
    const kept = this.#to - this.#from
    if (this.#to + bytes.length > this.#buffer.length) {
      const needed = kept + bytes.length
      const target = needed > this.#buffer.length ? Buffer.allocUnsafeSlow(2 * needed) : this.#buffer
      this.#buffer.copy(target, 0, this.#from, this.#to)
      this.#buffer = target
      this.#from = 0
      this.#to = kept
    }
    this.#buffer.set(bytes, this.#to)
    this.#to += bytes.length
  }
}
