import { splitNames } from '../datasets/dataset-document.ts'
import { targetsOf } from './assign-groups.ts'
import type { CorpusSplit, SplitFacts } from './split-corpus.ts'
import type { SplitLines } from './split-lines.ts'
import type { SplitOptions } from './split-options.ts'
import type { SplitCounts, SplitReport, SplitWarning } from './split-report.ts'

/** From which share of the documents on a split counts as too large or too small. */
const missedShare = 0.05

/** From which share of the kept lines on it is told that they stand in other splits too. */
const repeatedShare = 0.01

/**
 * Says what came of a split: the same when it is made again and all documents are known, so that a dataset is, too.
 * @param lines those of the documents that are in a split
 */
export function reportSplit(
  facts: readonly SplitFacts[],
  options: SplitOptions,
  { splits, groups, leftOut, nearDuplicateLinks }: CorpusSplit,
  lines: SplitLines,
): SplitReport {
  const bySplit = { train: new Tally(), validation: new Tally(), test: new Tally() }
  for (const [place, split] of splits.entries()) {
    const known = facts[place]
    if (split !== null && known) bySplit[split].add(known)
  }
  const counts = {
    train: bySplit.train.counts(),
    validation: bySplit.validation.counts(),
    test: bySplit.test.counts(),
  }
  const most = groups.reduce((size, { documents }) => Math.max(size, documents.length), 0)
  const largestSites = groups
    .filter(({ documents }) => documents.length === most)
    .reduce((sites, { documents }) => Math.max(sites, sitesOf(facts, documents).size), 0)
  const largestGroup = { documents: most, sites: largestSites }
  const sizes = sitesOf(facts, facts.keys())
  const report = {
    groups: groups.length,
    largestGroup,
    sitesKept: options.bySite ? [...sizes].filter(([site, size]) => site !== '' && size > 1).length : 0,
    nearDuplicateLinks,
    splits: counts,
    leftOut,
    lines: lines.counts(),
    lineSample: lines.share,
  }
  const withoutSite = options.bySite ? (sizes.get('') ?? 0) : 0
  return { ...report, warnings: warningsOf(report, options, withoutSite) }
}

class Tally {
  #documents = 0
  readonly #sites = new Set<string>()
  readonly #segments = new Map<string, number>()

  add({ site, labels }: SplitFacts): void {
    this.#documents++
    if (site !== '') this.#sites.add(site)
    for (const [label, count] of labels) this.#segments.set(label, (this.#segments.get(label) ?? 0) + count)
  }

  counts(): SplitCounts {
    return {
      documents: this.#documents,
      sites: this.#sites.size,
      segments: Object.fromEntries([...this.#segments].sort(([a], [b]) => (a < b ? -1 : 1))),
    }
  }
}

/** How many of these documents each site has. */
function sitesOf(facts: readonly SplitFacts[], places: Iterable<number>): Map<string, number> {
  const sites = new Map<string, number>()
  for (const place of places) {
    const site = facts[place]?.site ?? ''
    sites.set(site, (sites.get(site) ?? 0) + 1)
  }
  return sites
}

function warningsOf(
  { splits, largestGroup, lines }: Pick<SplitReport, 'splits' | 'largestGroup' | 'lines'>,
  { shares }: SplitOptions,
  withoutSite: number,
): SplitWarning[] {
  const total = splitNames.reduce((sum, split) => sum + splits[split].documents, 0)
  const targets = targetsOf(shares, total)
  const wanted = splitNames.filter((split) => targets[split] > 0)
  const warnings: SplitWarning[] = []
  for (const split of wanted) {
    const { documents } = splits[split]
    const target = targets[split]
    if (documents === 0) warnings.push({ code: 'empty', split })
    else if (Math.abs(documents - target) > Math.max(1, missedShare * total))
      warnings.push({ code: 'share-missed', split, wanted: Math.round(target), documents })
  }
  const smaller = wanted.map((split) => targets[split]).sort((a, b) => b - a)[1] ?? 0
  if (largestGroup.documents > 1 && largestGroup.documents > smaller && wanted.length > 1)
    warnings.push({ code: 'large-group', ...largestGroup })
  const labels = [...new Set(splitNames.flatMap((split) => Object.keys(splits[split].segments)))].sort()
  for (const split of wanted)
    if (splits[split].documents > 0)
      for (const label of labels)
        if (!Object.hasOwn(splits[split].segments, label))
          warnings.push({ code: 'label-missing', split, label })
  if (withoutSite > 0 && wanted.length > 1) warnings.push({ code: 'sites-unknown', documents: withoutSite })
  for (const split of splitNames) {
    const { kept, keptRepeated } = lines[split]
    // Those for training are the same lines, seen from the other side.
    if (split !== 'train' && keptRepeated > 0 && keptRepeated >= repeatedShare * kept)
      warnings.push({ code: 'lines-repeat', split, ...lines[split] })
  }
  return warnings
}
