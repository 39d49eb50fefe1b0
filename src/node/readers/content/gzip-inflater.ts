import {
  Z_BLOCK,
  Z_BUF_ERROR,
  Z_NO_FLUSH,
  Z_OK,
  Z_STREAM_END,
  ZStream,
  zlibInflate,
  zlibInflateInit2,
  zlibInflateSetDictionary,
} from 'pako'
import { say } from '../../../core/sentences/say.ts'
import { BrokenContent } from './content.ts'
import { type SeekPoint, type SeekPoints, windowOf } from './seek-points.ts'

const outputSize = 262_144
const windowSize = 32_768
const gzipFormat = 31
const rawFormat = -15
const trailerSize = 8

/** What the inflater reads next: a member's content, what ends one that was entered in its middle, or a new member. */
type Place = 'member' | 'entered member' | 'trailer' | 'between'

/**
 * Inflates a gzip file of any number of members, from its beginning or from a seek point, and finds such points on the
 * way. They lie where a block of the compressed data begins, as in zlib's example `zran.c` by Mark Adler.
 */
export class GzipInflater {
  readonly #points: SeekPoints
  #stream = new ZStream()
  #place: Place = 'between'
  #members = 0
  #trailerLeft = 0
  #output = Buffer.allocUnsafeSlow(outputSize)
  /** The end of what was given out, up to the size of the window. */
  #before: Uint8Array
  /** Bytes of the content behind us, given out or not. */
  #position: number
  /** Bytes of the file behind the chunk that is being inflated. */
  #fileBefore: number

  /** `byteBefore` is the byte of the file before `from.file`. */
  constructor(points: SeekPoints, from: SeekPoint | null, byteBefore = 0) {
    this.#points = points
    this.#position = from?.position ?? 0
    this.#fileBefore = from?.file ?? 0
    this.#before = from ? windowOf(from) : new Uint8Array(0)
    if (!from || this.#before.length === 0) return
    this.#members = 1
    this.#place = 'entered member'
    zlibInflateInit2(this.#stream, rawFormat)
    zlibInflateSetDictionary(this.#stream, this.#before)
    // What zlib's inflatePrime does, which pako has not.
    this.#stream.state.hold = byteBefore >> (8 - from.bits)
    this.#stream.state.bits = from.bits
  }

  /** What `chunk`, the next bytes of the file, brings. @throws BrokenContent */
  *inflate(chunk: Uint8Array): Generator<Uint8Array> {
    const stream = this.#stream
    stream.input = chunk
    stream.next_in = 0
    stream.avail_in = chunk.length
    stream.next_out = 0
    while (stream.avail_in > 0 || stream.next_out === outputSize) {
      if (stream.next_out === outputSize) yield this.#giveOut()
      if (stream.avail_in === 0 && this.#place === 'between') break
      if (this.#place === 'trailer') this.#skipTrailer()
      else if (this.#place === 'between') yield* this.#begin()
      else {
        const failure = this.#step()
        if (failure === null) continue
        if (stream.next_out > 0) yield this.#giveOut()
        throw this.#broken(failure)
      }
    }
    if (stream.next_out > 0) yield this.#giveOut()
    this.#fileBefore += chunk.length
  }

  /** To be called after the last chunk. @throws BrokenContent if the file may not end here */
  end(): void {
    if (this.#place !== 'between' || this.#members === 0)
      throw new BrokenContent(say`It ends early, in the middle of its gzip data.`, this.#fileBefore)
  }

  /** Inflates on; returns what is wrong with the data or null. */
  #step(): string | null {
    const stream = this.#stream
    const seeks = this.#points.isWanted(this.#position)
    const from = stream.next_out
    stream.output = this.#output
    stream.avail_out = outputSize - from
    const status = zlibInflate(stream, seeks ? Z_BLOCK : Z_NO_FLUSH)
    this.#position += stream.next_out - from
    if (status === Z_STREAM_END) {
      this.#place = this.#place === 'member' ? 'between' : 'trailer'
      this.#trailerLeft = trailerSize
    } else if (status !== Z_OK && status !== Z_BUF_ERROR) return stream.msg || say`invalid data`
    else if (seeks && isAtBlock(stream.data_type))
      this.#points.add(
        { position: this.#position, file: this.#fileBefore + stream.next_in, bits: stream.data_type & 7 },
        this.#window(),
      )
    return null
  }

  /** Begins a member, or skips the zeros that some tools fill up blocks of tapes with. */
  *#begin(): Generator<Uint8Array> {
    const stream = this.#stream
    const byte = stream.input[stream.next_in]
    if (byte === 0 && this.#members > 0) {
      stream.next_in++
      stream.avail_in--
      return
    }
    if (byte !== 0x1f) {
      if (stream.next_out > 0) yield this.#giveOut()
      throw this.#broken(say`no gzip data follows there`)
    }
    if (this.#members > 0 && this.#points.isWanted(this.#position))
      this.#points.add(
        { position: this.#position, file: this.#fileBefore + stream.next_in, bits: 0 },
        new Uint8Array(0),
      )
    this.#members++
    this.#place = 'member'
    zlibInflateInit2(stream, gzipFormat)
  }

  #skipTrailer(): void {
    const skipped = Math.min(this.#trailerLeft, this.#stream.avail_in)
    this.#stream.next_in += skipped
    this.#stream.avail_in -= skipped
    this.#trailerLeft -= skipped
    if (this.#trailerLeft === 0) this.#place = 'between'
  }

  #giveOut(): Uint8Array {
    const bytes = this.#output.subarray(0, this.#stream.next_out)
    this.#before = this.#window()
    this.#output = Buffer.allocUnsafeSlow(outputSize)
    this.#stream.next_out = 0
    return bytes
  }

  /** The content just before the present position, in a copy. */
  #window(): Uint8Array {
    const output = this.#output.subarray(0, this.#stream.next_out)
    const kept = Math.max(0, windowSize - output.length)
    const before = kept > 0 ? this.#before.subarray(-kept) : new Uint8Array(0)
    return Buffer.concat([before, output.subarray(-windowSize)])
  }

  #broken(reason: string): BrokenContent {
    const byte = this.#fileBefore + this.#stream.next_in
    return new BrokenContent(say`Its gzip data is damaged at byte ${byte}: ${reason}.`, byte)
  }
}

/** True where a block begins and it is not after the last one of its stream, as zlib tells in `data_type`. */
const isAtBlock = (dataType: number): boolean => (dataType & 128) !== 0 && (dataType & 64) === 0
