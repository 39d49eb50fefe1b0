/** Lines of `Name: value`, as WARC and HTTP begin their records with. */
export class NamedFields {
  readonly #fields = new Map<string, { name: string; value: string }>()

  /** `text` without the line before the fields. A line that begins with white space goes on with the one before. */
  constructor(text: string) {
    for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
      const colon = line.indexOf(':')
      if (colon <= 0) continue
      const name = line.slice(0, colon).trim()
      const key = name.toLowerCase()
      if (!this.#fields.has(key)) this.#fields.set(key, { name, value: line.slice(colon + 1).trim() })
    }
  }

  /** The value of the first field of this name, in any case of letters. */
  get(name: string): string | undefined {
    return this.#fields.get(name.toLowerCase())?.value
  }

  /** Names as they are written, with their values, in order. */
  get all(): readonly { readonly name: string; readonly value: string }[] {
    return [...this.#fields.values()]
  }
}
