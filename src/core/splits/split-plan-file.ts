import { z } from 'zod'
import { type SplitName, splitNames } from '../datasets/dataset-document.ts'
import type { KnownSplit } from './known-splits.ts'
import { type SplitOptions, splitOptionsSchema } from './split-options.ts'

export const splitPlanVersion = 1

/** The documents of each site, '' where none is known. */
const sitesSchema = z.array(z.object({ site: z.string(), documents: z.array(z.string()) }))

/** What `winnow/splits/<name>.json` holds: where exports put documents, so that later ones leave them there. */
export const splitPlanSchema = z.object({
  format: z.literal('winnow-splits'),
  version: z.literal(splitPlanVersion),
  options: splitOptionsSchema,
  train: sitesSchema,
  validation: sitesSchema,
  test: sitesSchema,
})

export type SplitPlanFile = z.infer<typeof splitPlanSchema>

/** The name of the plan for these options, which is also the name of its file: `80-10-10-seed-7`. */
export function splitPlanName({ shares, seed, bySite, nearDuplicates, stratify }: SplitOptions): string {
  const parts = [
    shares.kind === 'count' ? `rest-${shares.validation}-${shares.test}` : percentages(shares),
    `seed-${seed}`,
  ]
  if (!bySite) parts.push('any-site')
  if (!nearDuplicates) parts.push('near-duplicates-apart')
  if (!stratify) parts.push('unstratified')
  return parts.join('-')
}

function percentages({ train, validation, test }: Record<SplitName, number>): string {
  const all = train + validation + test
  return [train, validation, test].map((share) => Math.round((share / all) * 1_000_000) / 10_000).join('-')
}

/** Where a plan put each document. */
export function knownSplits(plan: SplitPlanFile): Map<string, KnownSplit> {
  const known = new Map<string, KnownSplit>()
  for (const split of splitNames)
    for (const { site, documents } of plan[split])
      for (const document of documents) known.set(document, { split, site })
  return known
}

/** The plan that puts each document there, the same for the same documents whatever their order. */
export function splitPlan(options: SplitOptions, known: ReadonlyMap<string, KnownSplit>): SplitPlanFile {
  const bySplit = {
    train: new Map<string, string[]>(),
    validation: new Map<string, string[]>(),
    test: new Map<string, string[]>(),
  }
  for (const [document, { split, site }] of known) {
    const documents = bySplit[split].get(site) ?? []
    documents.push(document)
    bySplit[split].set(site, documents)
  }
  const sites = (split: SplitName) =>
    [...bySplit[split]]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([site, documents]) => ({ site, documents: documents.sort() }))
  return {
    format: 'winnow-splits',
    version: splitPlanVersion,
    options,
    train: sites('train'),
    validation: sites('validation'),
    test: sites('test'),
  }
}
