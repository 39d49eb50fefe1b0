import { BrokenContent, type ContentPiece } from './content/content.ts'

/** One line of a file as bytes, without the line feed that ends it. */
export interface ByteLine {
  /** From 1. */
  readonly number: number
  /** Where it begins in the uncompressed content. */
  readonly position: number
  readonly length: number
  /** Null if it is longer than was asked for: then only its length is known. */
  readonly bytes: Uint8Array | null
}

/** The lines that ended in one piece of content. */
export interface LineBatch {
  readonly lines: readonly ByteLine[]
  readonly doneBytes: number
}

const lineFeed = 0x0a

/**
 * Cuts content into lines and holds no more than one line of at most `longest` bytes. What stands after the last line
 * feed is a line too, also where the content breaks off. @throws what `pieces` throws, after that line
 */
export async function* byteLines(
  pieces: AsyncIterable<ContentPiece>,
  longest: number,
): AsyncGenerator<LineBatch> {
  let number = 1
  let position = 0
  let parts: Uint8Array[] = []
  let length = 0
  let doneBytes = 0

  const extend = (bytes: Uint8Array): void => {
    length += bytes.length
    if (length <= longest) parts.push(bytes)
    else parts = []
  }
  const take = (): ByteLine => {
    const [only] = parts
    const bytes = length > longest ? null : parts.length === 1 && only ? only : Buffer.concat(parts)
    const line = { number, position, length, bytes }
    number++
    position += length + 1
    parts = []
    length = 0
    return line
  }

  let broken: BrokenContent | null = null
  try {
    for await (const piece of pieces) {
      doneBytes = piece.doneBytes
      const lines: ByteLine[] = []
      let from = 0
      for (let end = piece.bytes.indexOf(lineFeed); end !== -1; end = piece.bytes.indexOf(lineFeed, from)) {
        extend(piece.bytes.subarray(from, end))
        lines.push(take())
        from = end + 1
      }
      if (from < piece.bytes.length) extend(piece.bytes.subarray(from))
      yield { lines, doneBytes }
    }
  } catch (error) {
    if (!(error instanceof BrokenContent)) throw error
    broken = error
  }
  if (length > 0) yield { lines: [take()], doneBytes }
  if (broken) throw broken
}
