/** Names that recur, each kept once and known by its number; number 0 is that there is none. */
export class NameList {
  readonly #names: string[] = ['']
  readonly #numbers = new Map<string, number>([['', 0]])

  /** All names, the empty one first. */
  get names(): readonly string[] {
    return this.#names
  }

  has(name: string): boolean {
    return this.#numbers.has(name)
  }

  /** The number of `name`, which is given one if it is new. */
  numberOf(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#names.push(name)
    this.#numbers.set(name, this.#names.length - 1)
    return this.#names.length - 1
  }

  /** The name with this number; '' for 0. */
  at(number: number): string {
    return this.#names[number] ?? ''
  }
}
