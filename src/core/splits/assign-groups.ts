import { type SplitName, splitNames } from '../datasets/dataset-document.ts'
import type { SplitShares } from './split-options.ts'

/** Documents that go into one split together. */
export interface SplitGroup {
  readonly documents: number
  /** How many segments have each label. */
  readonly labels: ReadonlyMap<string, number>
  /** Where it stands in the order of the seed. */
  readonly place: number
}

/** How many of `total` documents each split should have; may add up to more where counts ask for more. */
export function targetsOf(shares: SplitShares, total: number): Record<SplitName, number> {
  if (shares.kind === 'count') {
    const { validation, test } = shares
    return { train: Math.max(0, total - validation - test), validation, test }
  }
  const all = shares.train + shares.validation + shares.test
  return {
    train: (total * shares.train) / all,
    validation: (total * shares.validation) / all,
    test: (total * shares.test) / all,
  }
}

/** What each split has of something, as shares of the whole. */
type Filled = Record<SplitName, number>

const none = (): Filled => ({ train: 0, validation: 0, test: 0 })

/**
 * Chooses the split of each group, the large ones first, those of like size in the order of the seed. A group goes
 * where it fits; of several such splits to the one that comes nearest to its share of the documents and, where
 * `stratify`, of every label (by the least growth of the squared distance relative to the share; compare Sechidis et al.
 * 2011). Where it fits nowhere, the split that lacks most gets it, so that none has more than its share and one group.
 * Splits that should have documents get some as long as there are groups.
 * @param present what the splits have already; groups of which it is known
 * @returns the split of each of `groups`, by its place among them
 */
export function assignGroups(
  groups: readonly SplitGroup[],
  present: readonly (SplitGroup & { readonly split: SplitName })[],
  targets: Readonly<Record<SplitName, number>>,
  stratify: boolean,
): SplitName[] {
  const open = splitNames.filter((split) => targets[split] > 0)
  const total = sum(splitNames.map((split) => targets[split]))
  const documents = none()
  const totals = labelTotals([...groups, ...present])
  const labels = new Map([...totals.keys()].map((label) => [label, none()]))

  const put = (group: SplitGroup, split: SplitName): void => {
    documents[split] += group.documents
    for (const [label, count] of group.labels) {
      const filled = labels.get(label)
      if (filled) filled[split] += count / (totals.get(label) ?? 1)
    }
  }

  /** How much farther from what it should have the split is with the group. */
  const growth = (group: SplitGroup, split: SplitName): number => {
    const target = targets[split] / total
    const grown = (has: number, more: number): number => (2 * more * (has - target) + more * more) / target
    const ofDocuments = grown(documents[split] / total, group.documents / total)
    if (!stratify || labels.size === 0) return ofDocuments
    let ofLabels = 0
    for (const [label, count] of group.labels)
      ofLabels += grown(labels.get(label)?.[split] ?? 0, count / (totals.get(label) ?? 1))
    return ofDocuments + ofLabels / labels.size
  }

  const choose = (group: SplitGroup, left: number): SplitName => {
    const empty = open.filter((split) => documents[split] === 0)
    if (empty.length >= left) return best(empty, (split) => -targets[split])
    const fitting = open.filter((split) => documents[split] + group.documents <= targets[split] + 0.5)
    return fitting.length > 0
      ? best(fitting, (split) => growth(group, split))
      : best(open, (split) => documents[split] - targets[split])
  }

  for (const group of present) put(group, group.split)
  const splits = groups.map((): SplitName => 'train')
  const order = groups
    .map((group, index) => ({ group, index, size: Math.floor(Math.log2(group.documents)) }))
    .sort((a, b) => b.size - a.size || a.group.place - b.group.place || a.index - b.index)
  for (const [done, { group, index }] of order.entries()) {
    const split = choose(group, order.length - done)
    put(group, split)
    splits[index] = split
  }
  return splits
}

function labelTotals(groups: readonly SplitGroup[]): Map<string, number> {
  const totals = new Map<string, number>()
  for (const { labels } of groups)
    for (const [label, count] of labels) totals.set(label, (totals.get(label) ?? 0) + count)
  return totals
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

/** The one with the least cost, the first of several. */
function best(splits: readonly SplitName[], cost: (split: SplitName) => number): SplitName {
  let [least = 'train'] = splits
  for (const split of splits) if (cost(split) < cost(least)) least = split
  return least
}
