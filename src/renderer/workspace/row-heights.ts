/** How many rows the blocks have whose heights are kept added up. */
const blockSize = 256

/**
 * The heights of the rows of a long list, in CSS pixels. Where a row begins and which one lies at a height is found
 * over the sums of blocks, so that another height of one row costs nothing for the 100,000 below it.
 */
export class RowHeights {
  readonly #heights: Float64Array
  readonly #blocks: Float64Array
  #total = 0

  private constructor(heights: Float64Array) {
    this.#heights = heights
    this.#blocks = new Float64Array(Math.ceil(heights.length / blockSize))
    for (let block = 0; block < this.#blocks.length; block++) {
      let sum = 0
      const end = Math.min(heights.length, (block + 1) * blockSize)
      for (let index = block * blockSize; index < end; index++) sum += heights[index] ?? 0
      this.#blocks[block] = sum
      this.#total += sum
    }
  }

  /** Of `count` rows, each as high as `heightOf` says. */
  static of(count: number, heightOf: (index: number) => number): RowHeights {
    const heights = new Float64Array(count)
    for (let index = 0; index < count; index++) heights[index] = heightOf(index)
    return new RowHeights(heights)
  }

  get count(): number {
    return this.#heights.length
  }

  /** Of all rows together. */
  get total(): number {
    return this.#total
  }

  heightOf(index: number): number {
    return this.#heights[index] ?? 0
  }

  /** Where row `index` begins; where all end for an index beyond the last one. */
  startOf(index: number): number {
    if (index >= this.count) return this.#total
    const block = Math.floor(index / blockSize)
    let start = 0
    for (let each = 0; each < block; each++) start += this.#blocks[each] ?? 0
    for (let each = block * blockSize; each < index; each++) start += this.heightOf(each)
    return start
  }

  /** The row that lies at `offset`; the first or the last one where that is above or below all. 0 if there are none. */
  indexAt(offset: number): number {
    let left = offset
    let block = 0
    for (; block < this.#blocks.length - 1; block++) {
      const sum = this.#blocks[block] ?? 0
      if (left < sum) break
      left -= sum
    }
    const last = Math.min(this.count, (block + 1) * blockSize) - 1
    let index = block * blockSize
    for (; index < last; index++) {
      if (left < this.heightOf(index)) break
      left -= this.heightOf(index)
    }
    return Math.max(0, index)
  }

  /** Gives a row another height; returns by how much it is higher than before. */
  set(index: number, height: number): number {
    const more = height - this.heightOf(index)
    const block = Math.floor(index / blockSize)
    this.#heights[index] = height
    this.#blocks[block] = (this.#blocks[block] ?? 0) + more
    this.#total += more
    return more
  }

  /** The heights after all but the first `front` and the last `back` rows gave way to others, `count` in all. */
  spliced(front: number, back: number, count: number, heightOf: (index: number) => number): RowHeights {
    const heights = new Float64Array(count)
    heights.set(this.#heights.subarray(0, front))
    for (let index = front; index < count - back; index++) heights[index] = heightOf(index)
    heights.set(this.#heights.subarray(this.count - back), count - back)
    return new RowHeights(heights)
  }
}
