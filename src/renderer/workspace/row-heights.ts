/** How many rows the blocks have whose heights are kept added up; at most twice as many where rows were put in. */
const blockSize = 256

interface Block {
  readonly heights: Float64Array
  /** Of the block's rows together. */
  total: number
}

/**
 * The heights of the rows of a long list, in CSS pixels. They are kept in blocks with their sums, so that where a row
 * begins, which one lies at a height, another height of one row and rows that give way to others cost nothing for the
 * 100,000 below.
 */
export class RowHeights {
  readonly #blocks: readonly Block[]
  /** Of rows. */
  readonly count: number
  #total: number

  private constructor(blocks: readonly Block[]) {
    this.#blocks = blocks
    this.count = blocks.reduce((sum, { heights }) => sum + heights.length, 0)
    this.#total = blocks.reduce((sum, { total }) => sum + total, 0)
  }

  /** Of `count` rows, each as high as `heightOf` says. */
  static of(count: number, heightOf: (index: number) => number): RowHeights {
    return new RowHeights(blocksOf(count, heightOf))
  }

  /** Of all rows together. */
  get total(): number {
    return this.#total
  }

  heightOf(index: number): number {
    const { block, first } = this.#find(index)
    return block?.heights[index - first] ?? 0
  }

  /** Where row `index` begins; where all end for an index beyond the last one. */
  startOf(index: number): number {
    let start = 0
    let left = index
    for (const { heights, total } of this.#blocks) {
      if (left < heights.length) return start + sumOf(heights.subarray(0, left))
      left -= heights.length
      start += total
    }
    return start
  }

  /** The row that lies at `offset`; the first or the last one where that is above or below all. 0 if there are none. */
  indexAt(offset: number): number {
    let left = offset
    let index = 0
    const last = this.#blocks.at(-1)
    for (const block of this.#blocks) {
      const { heights, total } = block
      if (left >= total && block !== last) {
        left -= total
        index += heights.length
        continue
      }
      for (const height of heights) {
        if (left < height) return index
        left -= height
        index++
      }
    }
    return Math.max(0, Math.min(index, this.count - 1))
  }

  /** Gives a row another height; returns by how much it is higher than before. */
  set(index: number, height: number): number {
    const { block, first } = this.#find(index)
    if (!block) return 0
    const more = height - (block.heights[index - first] ?? 0)
    block.heights[index - first] = height
    block.total += more
    this.#total += more
    return more
  }

  /**
   * The heights after all but the first `front` and the last `back` rows gave way to others, `count` in all. They share
   * with these the blocks in which nothing changes: these are not to be used any more.
   */
  spliced(front: number, back: number, count: number, heightOf: (index: number) => number): RowHeights {
    let first = 0
    let above = 0
    while (above + lengthOf(this.#blocks[first]) <= front) above += lengthOf(this.#blocks[first++])
    let last = this.#blocks.length
    let below = 0
    while (last > first && below + lengthOf(this.#blocks[last - 1]) <= back)
      below += lengthOf(this.#blocks[--last])
    const kept = this.#blocks.slice(first, last).flatMap(({ heights }) => [...heights])
    const newHeight = (index: number): number =>
      index < front
        ? (kept[index - above] ?? 0)
        : index < count - back
          ? heightOf(index)
          : (kept[kept.length - (count - below - index)] ?? 0)
    const renewed = blocksOf(count - above - below, (n) => newHeight(above + n))
    return new RowHeights([...this.#blocks.slice(0, first), ...renewed, ...this.#blocks.slice(last)])
  }

  #find(index: number): { block: Block | undefined; first: number } {
    let first = 0
    for (const block of this.#blocks) {
      if (index < first + block.heights.length) return { block, first }
      first += block.heights.length
    }
    return { block: undefined, first }
  }
}

/** Beyond the last block no rows are left to pass over. */
const lengthOf = (block: Block | undefined): number => block?.heights.length ?? Number.POSITIVE_INFINITY

const sumOf = (heights: Float64Array): number => heights.reduce((sum, height) => sum + height, 0)

function blocksOf(count: number, heightOf: (index: number) => number): Block[] {
  const blocks = count < 2 * blockSize ? Math.min(1, count) : Math.floor(count / blockSize)
  return Array.from({ length: blocks }, (_, n) => {
    const from = Math.floor((n * count) / blocks)
    const to = Math.floor(((n + 1) * count) / blocks)
    const heights = new Float64Array(to - from)
    for (let row = 0; row < heights.length; row++) heights[row] = heightOf(from + row)
    return { heights, total: sumOf(heights) }
  })
}
