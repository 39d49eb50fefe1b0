import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** A place in a compressed file from which it can be uncompressed without what stands before. */
export interface SeekPoint {
  /** Which byte of the content comes next. */
  readonly position: number
  /** The byte of the file that was not looked at yet. */
  readonly file: number
  /** How many bits of the byte before `file` were not used yet; 0 to 7. */
  readonly bits: number
  /** The content just before, which what follows refers to; deflated. Empty where a new stream begins. */
  readonly window: Uint8Array
}

const firstSpacing = 4 * 1024 * 1024
const mostPoints = 1024

/**
 * Seek points of one file, about as far from each other as their number allows: 4 MB in the beginning, and twice as
 * far each time there are 1,024, so that a file of any size costs no more than some 12 MB.
 */
export class SeekPoints {
  #points: SeekPoint[]
  #spacing: number

  constructor(points: readonly SeekPoint[] = [], spacing = firstSpacing) {
    this.#points = [...points]
    this.#spacing = spacing
    this.#thinOut()
  }

  get all(): readonly SeekPoint[] {
    return this.#points
  }

  /** Whether a point at `position`, if there could be one, would be kept. */
  isWanted(position: number): boolean {
    return position >= (this.#points.at(-1)?.position ?? 0) + this.#spacing
  }

  /** Keeps a point, with the content before it as far as it can be referred to. */
  add(point: Omit<SeekPoint, 'window'>, before: Uint8Array): void {
    const window = before.length > 0 ? deflateRawSync(before, { level: 1 }) : before
    this.#points.push({ ...point, window })
    this.#thinOut()
  }

  /** The last point at or before `position`, or null to begin at the beginning. */
  before(position: number): SeekPoint | null {
    return this.#points.findLast((point) => point.position <= position) ?? null
  }

  #thinOut(): void {
    while (this.#points.length >= mostPoints) {
      this.#points = this.#points.filter((_, index) => index % 2 === 1)
      this.#spacing *= 2
    }
  }
}

/** The content just before a seek point. */
export const windowOf = (point: SeekPoint): Uint8Array =>
  point.window.length > 0 ? inflateRawSync(point.window) : point.window
