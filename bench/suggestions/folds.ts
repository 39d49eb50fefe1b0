import type { GoldDocument } from './gold.ts'

/** Documents to fit on, and others, of other sites, to measure on. */
export interface Fold {
  readonly fit: readonly GoldDocument[]
  readonly measure: readonly GoldDocument[]
}

/**
 * Parts `documents` in `count` folds such that each document is measured once and no site is on both sides. Sites go
 * round the folds, those with most documents first, so that the folds are of like size. The same input gives the same
 * folds.
 */
export function foldsBySite(documents: readonly GoldDocument[], count: number): Fold[] {
  const sizes = new Map<string, number>()
  for (const { site } of documents) sizes.set(site, (sizes.get(site) ?? 0) + 1)
  const sites = [...sizes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([site]) => site)
  const foldOf = new Map(sites.map((site, index) => [site, index % count]))
  return Array.from({ length: count }, (_, fold) => ({
    fit: documents.filter(({ site }) => foldOf.get(site) !== fold),
    measure: documents.filter(({ site }) => foldOf.get(site) === fold),
  }))
}
