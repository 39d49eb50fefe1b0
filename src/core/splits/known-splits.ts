import { type SplitName, splitNames } from '../datasets/dataset-document.ts'

/** Where earlier exports put documents. */
export interface KnownSplit {
  readonly split: SplitName
  /** '' where it was not known. */
  readonly site: string
}

/** The split that most of these documents are in, the first of several; null where there are none. */
export function mostlyIn(splits: Iterable<SplitName>): SplitName | null {
  const counts = { train: 0, validation: 0, test: 0 }
  for (const split of splits) counts[split]++
  let most: SplitName | null = null
  for (const split of splitNames) if (counts[split] > (most === null ? 0 : counts[most])) most = split
  return most
}

/** The split of each site that is known, by the documents there. */
export function splitsOfSites(known: Iterable<KnownSplit>): Map<string, SplitName> {
  const splits = new Map<string, SplitName[]>()
  for (const { site, split } of known) {
    const there = splits.get(site) ?? []
    there.push(split)
    splits.set(site, there)
  }
  splits.delete('')
  return new Map(
    [...splits].flatMap(([site, there]) => {
      const split = mostlyIn(there)
      return split === null ? [] : [[site, split] as const]
    }),
  )
}
