/** Sets of numbers from 0 on that can be joined; at first each number is one of its own. */
export class DisjointSets {
  readonly #parents: Int32Array
  readonly #sizes: Int32Array

  constructor(length: number) {
    this.#parents = Int32Array.from({ length }, (_, index) => index)
    this.#sizes = new Int32Array(length).fill(1)
  }

  /** The number that stands for the set which `member` is in. */
  find(member: number): number {
    let at = member
    for (;;) {
      const parent = this.#parents[at] ?? at
      if (parent === at) return at
      const next = this.#parents[parent] ?? parent
      this.#parents[at] = next
      at = next
    }
  }

  join(one: number, other: number): void {
    const a = this.find(one)
    const b = this.find(other)
    if (a === b) return
    const [large, small] = (this.#sizes[a] ?? 0) >= (this.#sizes[b] ?? 0) ? [a, b] : [b, a]
    this.#parents[small] = large
    this.#sizes[large] = (this.#sizes[large] ?? 0) + (this.#sizes[small] ?? 0)
  }
}
