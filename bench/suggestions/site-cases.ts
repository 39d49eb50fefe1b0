import type { GoldDocument } from './gold.ts'

/** A page to be judged after some other pages of its site were labelled. */
export interface SiteCase {
  readonly document: GoldDocument
  readonly labelled: readonly GoldDocument[]
}

/**
 * Each page with each choice of `count` other pages of its site, for the sites that have more than `least` pages; the
 * same pages whatever `count` is, so that the figures can be compared.
 */
export function siteCases(
  documents: readonly GoldDocument[],
  count: number,
  least: number = count,
): SiteCase[] {
  const sites = new Map<string, GoldDocument[]>()
  for (const document of documents) {
    const pages = sites.get(document.site)
    if (pages) pages.push(document)
    else sites.set(document.site, [document])
  }
  return [...sites.values()]
    .filter((pages) => pages.length > least)
    .flatMap((pages) =>
      pages.flatMap((document) => {
        const others = pages.filter((page) => page !== document)
        return choices(others, count).map((labelled) => ({ document, labelled }))
      }),
    )
}

/** Every way to take `count` of `items`. */
function choices<Item>(items: readonly Item[], count: number): Item[][] {
  if (count === 0) return [[]]
  return items.flatMap((item, index) =>
    choices(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]),
  )
}
