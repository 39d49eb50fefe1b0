/** The most of a table's slots that are taken before it grows. */
const mostTaken = 0.7

/**
 * Lines by their hashes, each with a number from 0 on that stays its own, and on how many documents it stands. Open
 * addressing with linear probing over typed arrays: 16 bytes a line, and 4 for each slot.
 */
export class LineTable {
  #size = 0
  #high: Uint32Array<ArrayBuffer>
  #low: Uint32Array<ArrayBuffer>
  #documents: Uint32Array<ArrayBuffer>
  #occurrences: Uint32Array<ArrayBuffer>
  /** The number of the line plus 1, or 0 for a free slot. Its length is a power of two. */
  #slots: Uint32Array<ArrayBuffer>

  /** @param room for how many lines there is room at first */
  constructor(room = 1024) {
    this.#high = new Uint32Array(room)
    this.#low = new Uint32Array(room)
    this.#documents = new Uint32Array(room)
    this.#occurrences = new Uint32Array(room)
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(room / mostTaken + 1)))
  }

  /** How many lines there are, also those that stand on no document any more. */
  get size(): number {
    return this.#size
  }

  high(line: number): number {
    return this.#high[line] ?? 0
  }

  low(line: number): number {
    return this.#low[line] ?? 0
  }

  /** On how many documents the line stands. */
  documents(line: number): number {
    return this.#documents[line] ?? 0
  }

  /** How often the line stands in all documents together. */
  occurrences(line: number): number {
    return this.#occurrences[line] ?? 0
  }

  /** The number of the line with this hash; -1 if there is none. */
  find(high: number, low: number): number {
    return (this.#slots[this.#slotOf(high, low)] ?? 0) - 1
  }

  /** The number of the line with this hash, which is added if there is none, on no document. */
  add(high: number, low: number): number {
    const slot = this.#slotOf(high, low)
    const known = this.#slots[slot] ?? 0
    if (known > 0) return known - 1
    const line = this.#size++
    if (line >= this.#high.length) this.#makeRoom()
    this.#high[line] = high
    this.#low[line] = low
    if (this.#size > mostTaken * this.#slots.length) this.#rehash()
    else this.#slots[slot] = line + 1
    return line
  }

  /**
   * Counts a document with these lines, or with `by` -1 no longer.
   * @param lines their numbers, ascending, one as often as it stands there
   */
  count(lines: Uint32Array, by: 1 | -1): void {
    let last = -1
    for (const line of lines) {
      this.#occurrences[line] = (this.#occurrences[line] ?? 0) + by
      if (line !== last) this.#documents[line] = (this.#documents[line] ?? 0) + by
      last = line
    }
  }

  /** The slot that holds the line, or the free one where it would be. */
  #slotOf(high: number, low: number): number {
    const mask = this.#slots.length - 1
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const line = (this.#slots[slot] ?? 0) - 1
      if (line === -1 || (this.#low[line] === low && this.#high[line] === high)) return slot
    }
  }

  #makeRoom(): void {
    const room = Math.ceil(this.#high.length * 1.5) + 16
    this.#high = grown(this.#high, room)
    this.#low = grown(this.#low, room)
    this.#documents = grown(this.#documents, room)
    this.#occurrences = grown(this.#occurrences, room)
  }

  #rehash(): void {
    const slots = new Uint32Array(2 * this.#slots.length)
    const mask = slots.length - 1
    for (let line = 0; line < this.#size; line++) {
      let slot = (this.#low[line] ?? 0) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = line + 1
    }
    this.#slots = slots
  }
}

function grown(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length)
  larger.set(array)
  return larger
}
