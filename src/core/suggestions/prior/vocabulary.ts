import type { LineShape } from './line-shape.ts'

/** Words shorter than this are mostly those that any text has; longer stems, and all in other scripts, tell more. */
const longWord = 5
const lastLatin = 0x24f

/** On how many paragraphs of the main run each word stands: captions and subheads share more of them than teasers do. */
export class Vocabulary {
  readonly #rows: readonly LineShape[]
  readonly #isOwn: (row: number) => boolean
  readonly #lines = new Map<string, number>()

  /** @param isOwn whether a row is one of the paragraphs that the words are taken from */
  constructor(rows: readonly LineShape[], isOwn: (row: number) => boolean) {
    this.#rows = rows
    this.#isOwn = isOwn
    rows.forEach((line, row) => {
      if (!isOwn(row)) return
      for (const word of new Set(line.words)) this.#lines.set(word, (this.#lines.get(word) ?? 0) + 1)
    })
  }

  /** The share of the words of a row that stand in paragraphs other than itself, 0 where it has no words. */
  share(row: number): { readonly words: number; readonly longWords: number } {
    const least = this.#isOwn(row) ? 2 : 1
    const words = this.#rows[row]?.words ?? []
    let found = 0
    let long = 0
    let longFound = 0
    for (const word of words) {
      const isFound = (this.#lines.get(word) ?? 0) >= least
      const isLong = word.length >= longWord || word.charCodeAt(0) > lastLatin
      if (isFound) found++
      if (isLong) long++
      if (isLong && isFound) longFound++
    }
    return {
      words: words.length > 0 ? found / words.length : 0,
      longWords: long > 0 ? longFound / long : 0,
    }
  }
}
