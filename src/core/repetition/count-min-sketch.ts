const rows = 4

/**
 * Counts without knowing what: a count-min sketch (Cormode and Muthukrishnan 2005) with conservative update (Estan and
 * Varghese 2002). An estimate is never too small; with `columns` w and n counts it is more than e·n/w too large for
 * fewer than one in fifty, and for most exact while n is well below w.
 */
export class CountMinSketch {
  readonly #mask: number
  readonly #counts: Uint32Array<ArrayBuffer>

  /** @param columns how many counters a row has, a power of two; there are four rows of 4 bytes each */
  constructor(columns: number) {
    this.#mask = columns - 1
    this.#counts = new Uint32Array(rows * columns)
  }

  /** Counts what has this 64-bit hash once more. */
  add(high: number, low: number): void {
    const wanted = this.estimate(high, low) + 1
    for (let row = 0; row < rows; row++) {
      const at = this.#at(row, high, low)
      if ((this.#counts[at] ?? 0) < wanted) this.#counts[at] = wanted
    }
  }

  /** How often it was counted, or somewhat more. */
  estimate(high: number, low: number): number {
    let least = Number.POSITIVE_INFINITY
    for (let row = 0; row < rows; row++) least = Math.min(least, this.#counts[this.#at(row, high, low)] ?? 0)
    return least
  }

  /** Each row looks at the hash through another linear combination of its halves (Kirsch and Mitzenmacher 2006). */
  #at(row: number, high: number, low: number): number {
    const hash = (low + Math.imul(row, high | 1)) >>> 0
    return row * (this.#mask + 1) + ((hash ^ (hash >>> 15)) & this.#mask)
  }
}
