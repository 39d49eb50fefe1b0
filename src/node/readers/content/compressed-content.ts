import type { FileHandle } from 'node:fs/promises'
import { say } from '../../../core/sentences/say.ts'
import { SerialTasks } from '../../../core/serial-tasks.ts'
import { BrokenContent, type Content, type ContentPiece } from './content.ts'
import { SeekPoints } from './seek-points.ts'
import { loadSeekPoints, saveSeekPoints } from './seek-points-file.ts'
import type { Unpacker } from './unpacker.ts'

/** From this size on, content that grows to more than `ratio` times its file is taken for a trap. */
const bomb = { size: 1024 * 1024 * 1024, ratio: 500 }

/** A place in the content while it is read forwards. */
interface Cursor {
  readonly pieces: AsyncGenerator<ContentPiece>
  /** What was read last, at `position`. */
  bytes: Uint8Array
  position: number
}

/** The content of a compressed file. Reading anywhere goes on from the last seek point before, or from where it was. */
export class CompressedContent implements Content {
  readonly #file: FileHandle
  readonly #unpack: Unpacker
  /** Where the seek points are kept; null: only in memory. */
  readonly #pointsPath: string | null
  readonly #bomb: typeof bomb
  readonly #reads = new SerialTasks()
  #points: Promise<SeekPoints> | null = null
  #cursor: Cursor | null = null

  constructor(file: FileHandle, unpack: Unpacker, pointsPath: string | null, limits = bomb) {
    this.#file = file
    this.#unpack = unpack
    this.#pointsPath = pointsPath
    this.#bomb = limits
  }

  async *pieces(signal?: AbortSignal): AsyncGenerator<ContentPiece> {
    const points = new SeekPoints()
    try {
      let length = 0
      for await (const piece of this.#unpack(this.#file, null, points, signal)) {
        length += piece.bytes.length
        if (length > this.#bomb.size && length > this.#bomb.ratio * piece.doneBytes)
          throw new BrokenContent(
            say`It grows to more than ${this.#bomb.ratio} times its size, as only files do that were made to fill memory and disks.`,
            piece.doneBytes,
          )
        yield piece
      }
    } catch (error) {
      if (error instanceof BrokenContent) await this.#keep(points)
      throw error
    }
    await this.#keep(points)
  }

  async #keep(points: SeekPoints): Promise<void> {
    this.#points = Promise.resolve(points)
    if (this.#pointsPath !== null) await saveSeekPoints(this.#pointsPath, this.#file, points)
  }

  read(position: number, length: number): Promise<Uint8Array> {
    return this.#reads.run(async () => {
      const parts: Uint8Array[] = []
      let wanted = length
      for (let at = position; wanted > 0; ) {
        const cursor = await this.#cursorBefore(at)
        const offset = at - cursor.position
        if (offset < cursor.bytes.length) {
          const part = cursor.bytes.subarray(offset, offset + wanted)
          parts.push(part)
          at += part.length
          wanted -= part.length
        } else if (!(await advance(cursor))) break
      }
      return parts.length === 1 ? (parts[0] ?? new Uint8Array(0)) : Buffer.concat(parts)
    })
  }

  /** A cursor at or before `position`: the present one, or one from a seek point where that is nearer. */
  async #cursorBefore(position: number): Promise<Cursor> {
    this.#points ??= this.#load()
    const points = await this.#points
    const point = points.before(position)
    const cursor = this.#cursor
    if (cursor && cursor.position <= position) {
      const reached = cursor.position + cursor.bytes.length
      if (position < reached || reached >= (point?.position ?? 0)) return cursor
    }
    await cursor?.pieces.return(undefined)
    this.#cursor = {
      pieces: this.#unpack(this.#file, point, points),
      bytes: new Uint8Array(0),
      position: point?.position ?? 0,
    }
    return this.#cursor
  }

  async #load(): Promise<SeekPoints> {
    const kept = this.#pointsPath === null ? null : await loadSeekPoints(this.#pointsPath, this.#file)
    return kept ?? new SeekPoints()
  }

  async close(): Promise<void> {
    await this.#reads.idle()
    await this.#cursor?.pieces.return(undefined)
    await this.#file.close()
  }
}

/** Goes on to the next bytes; false if there are none, because of the end or of a break. */
async function advance(cursor: Cursor): Promise<boolean> {
  try {
    const next = await cursor.pieces.next()
    if (next.done) return false
    cursor.position += cursor.bytes.length
    cursor.bytes = next.value.bytes
    return true
  } catch (error) {
    // Whoever reads sees that there is less than asked for; the pass over the whole file has named the break.
    if (error instanceof BrokenContent) return false
    throw error
  }
}
