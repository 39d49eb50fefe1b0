import type { FileHandle } from 'node:fs/promises'
import type { Content, ContentPiece } from './content.ts'
import { fileChunks, readFileRange } from './file-chunks.ts'

/** The content of a file that is not compressed. */
export class PlainContent implements Content {
  readonly #file: FileHandle

  constructor(file: FileHandle) {
    this.#file = file
  }

  async *pieces(signal?: AbortSignal): AsyncGenerator<ContentPiece> {
    let doneBytes = 0
    for await (const bytes of fileChunks(this.#file, 0, signal)) {
      doneBytes += bytes.length
      yield { bytes, doneBytes }
    }
  }

  read(position: number, length: number): Promise<Uint8Array> {
    return readFileRange(this.#file, position, length)
  }

  close(): Promise<void> {
    return this.#file.close()
  }
}
