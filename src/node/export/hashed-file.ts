import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { makeFile } from '../access.ts'

/** How much is gathered before it is written, in UTF-16 code units. */
const chunkSize = 1024 * 1024

/** A file as it was written. */
export interface WrittenFile {
  /** Below the dataset, with `/`; '' for the dataset that is one file. */
  readonly path: string
  readonly bytes: number
  /** In hexadecimal. */
  readonly sha256: string
}

/** A new file that is written from its beginning to its end, and knows what was written. */
export class HashedFile {
  readonly #file: FileHandle
  readonly #path: string
  readonly #hash = createHash('sha256')
  readonly #onClose: (written: WrittenFile) => void
  #parts: string[] = []
  #gathered = 0
  #bytes = 0
  #isOpen = true

  private constructor(file: FileHandle, path: string, onClose: (written: WrittenFile) => void) {
    this.#file = file
    this.#path = path
    this.#onClose = onClose
  }

  /**
   * @param place where it is on the disk
   * @param path what it is called in {@link WrittenFile}
   */
  static async create(
    place: string,
    path: string,
    onClose: (written: WrittenFile) => void,
  ): Promise<HashedFile> {
    return new HashedFile(await makeFile(place), path, onClose)
  }

  async append(content: string | Uint8Array): Promise<void> {
    if (typeof content !== 'string') {
      await this.#flush()
      await this.#write(content)
      return
    }
    this.#parts.push(content)
    this.#gathered += content.length
    if (this.#gathered >= chunkSize) await this.#flush()
  }

  /** Resolves once all of it is durable. */
  async close(): Promise<void> {
    await this.#flush()
    await this.#file.sync()
    await this.abandon()
    this.#onClose({ path: this.#path, bytes: this.#bytes, sha256: this.#hash.digest('hex') })
  }

  /** Closes the file as it is; does nothing where that was done. */
  async abandon(): Promise<void> {
    if (!this.#isOpen) return
    this.#isOpen = false
    await this.#file.close()
  }

  async #flush(): Promise<void> {
    if (this.#gathered === 0) return
    const text = this.#parts.join('')
    this.#parts = []
    this.#gathered = 0
    await this.#write(Buffer.from(text))
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes)
    this.#bytes += bytes.length
    for (let at = 0; at < bytes.length; )
      at += (await this.#file.write(bytes, at, bytes.length - at)).bytesWritten
  }
}
