import type { PageLines } from './read-page.ts'

/** How many labelled pages are looked at for a page, those most like it. */
const mostPages = 8

/** Pages that share fewer of their lines have nothing in common. */
const leastLikeness = 0.02

/** A page and how like another one it is, from 0 to 1. */
export interface SimilarPage {
  /** Its index among the pages. */
  readonly index: number
  readonly likeness: number
}

/** Finds pages of the same template. Knows no sites, only lines that pages share. */
export class PageIndex {
  readonly #pages: readonly { readonly id: string; readonly size: number }[]
  /** The pages on which each line stands. */
  readonly #holders = new Map<string, number[]>()

  constructor(pages: readonly PageLines[]) {
    this.#pages = pages.map(({ id, keys }, index) => {
      const distinct = new Set(keys)
      for (const key of distinct) {
        const holders = this.#holders.get(key)
        if (holders) holders.push(index)
        else this.#holders.set(key, [index])
      }
      return { id, size: distinct.size }
    })
  }

  /** The pages most like `page`, other than itself: by the share of lines that stand on both. The likest first. */
  similar(page: PageLines): SimilarPage[] {
    const keys = new Set(page.keys)
    const shared = new Map<number, number>()
    for (const key of keys)
      for (const index of this.#holders.get(key) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1)
    return [...shared]
      .filter(([index]) => this.#pages[index]?.id !== page.id)
      .map(([index, count]) => ({
        index,
        likeness: count / Math.min(keys.size, this.#pages[index]?.size ?? count),
      }))
      .filter(({ likeness }) => likeness > leastLikeness)
      .sort((a, b) => b.likeness - a.likeness || a.index - b.index)
      .slice(0, mostPages)
  }
}
