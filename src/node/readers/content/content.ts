/** The next part of a file's content, uncompressed. The bytes are the receiver's own. */
export interface ContentPiece {
  readonly bytes: Uint8Array
  /** How many bytes of the file on the disk are behind us. */
  readonly doneBytes: number
}

/** What a file holds, uncompressed; positions in it are bytes of that. */
export interface Content {
  /**
   * All of it in order.
   * @throws BrokenContent after all that came before the break
   * @throws DOMException `AbortError` once `signal` is aborted
   */
  pieces(signal?: AbortSignal): AsyncGenerator<ContentPiece>
  /** The `length` bytes at `position`, or fewer at the end or before a break. Can be asked for in any order. */
  read(position: number, length: number): Promise<Uint8Array>
  close(): Promise<void>
}

/** The content cannot be read any further. What came before is as it should be. */
export class BrokenContent extends Error {
  override readonly name = 'BrokenContent'
  /** Where in the file on the disk. */
  readonly byte: number

  /** `reason` is a sentence about the file: `It ends early, …`. */
  constructor(reason: string, byte: number, options?: ErrorOptions) {
    super(reason, options)
    this.byte = byte
  }
}
