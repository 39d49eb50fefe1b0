import { type SplitName, splitNames } from '../datasets/dataset-document.ts'
import { seededPlace } from '../work-list/seeded-place.ts'
import { assignGroups, targetsOf } from './assign-groups.ts'
import { DisjointSets } from './disjoint-sets.ts'
import { type KnownSplit, mostlyIn, splitsOfSites } from './known-splits.ts'
import type { Signature } from './minhash.ts'
import { NearDuplicateIndex, nearDuplicates } from './near-duplicates.ts'
import type { SplitOptions } from './split-options.ts'
import type { UnsplitDocument } from './split-report.ts'

/** What has to be known of a document to split a corpus. */
export interface SplitFacts {
  readonly id: string
  /** '' where it is not known: the document then belongs to none. */
  readonly site: string
  /** Of its whole text and of what a cleaner keeps of it: pages are near duplicates where one of both is. */
  readonly page: Signature | null
  readonly kept: Signature | null
  /** How many of its segments have each label. */
  readonly labels: ReadonlyMap<string, number>
}

/** Documents that were put into one split as one, by their places. */
export interface SplitTogether {
  readonly documents: readonly number[]
  readonly split: SplitName
}

/** Which document is in which split, and what was kept together. */
export interface CorpusSplit {
  /** By the places of the documents; null for one that is left out. */
  readonly splits: readonly (SplitName | null)[]
  readonly groups: readonly SplitTogether[]
  readonly leftOut: readonly UnsplitDocument[]
  readonly nearDuplicateLinks: number
}

/**
 * Splits a corpus such that no site and no two near duplicates are in different splits. Documents that are known stay
 * where they were; what comes to them follows. Where a page belongs to two groups that are in different splits already,
 * it is left out: it would leak, or another would have to move.
 * @yields to let the caller do something else
 */
export function* splitCorpus(
  facts: readonly SplitFacts[],
  options: SplitOptions,
  known: ReadonlyMap<string, KnownSplit>,
): Generator<void, CorpusSplit> {
  const units = new Units(facts, options.bySite, known)
  const links = options.nearDuplicates ? yield* linkUnits(facts, units) : []
  const groups = units.groups()
  const conflicts = groups.filter(({ splits }) => splits.size > 1)
  const { assigned, open } = followKnown(units, groups, links)
  const leftOut = units.partedFromSite(assigned)
  const out = new Set(leftOut.map(({ place }) => place))
  if (conflicts.length > 0) {
    const inConflict = conflicts.flatMap(({ members }) => members.flatMap((unit) => units.documents(unit)))
    for (const found of yield* separated(facts, units, assigned, inConflict, known, out)) leftOut.push(found)
  }

  const groupOf = (members: readonly number[]) => ({
    documents: members.length,
    labels: labelsOf(facts, members),
    place: seededPlace(facts[members[0] ?? 0]?.id ?? '', options.seed),
  })
  const together = [...units.gathered(assigned)].flatMap(({ members, split }) => {
    const documents = members.flatMap((unit) => units.documents(unit)).filter((place) => !out.has(place))
    return documents.length > 0 ? [{ documents, split }] : []
  })
  const free = open.map((members) => members.flatMap((unit) => units.documents(unit)))
  yield
  const chosen = assignGroups(
    free.map(groupOf),
    together.map(({ documents, split }) => ({ ...groupOf(documents), split })),
    targetsOf(options.shares, facts.length - out.size),
    options.stratify,
  )
  for (const [index, documents] of free.entries())
    together.push({ documents, split: chosen[index] ?? 'train' })

  const splits = facts.map((): SplitName | null => null)
  for (const { documents, split } of together) for (const place of documents) splits[place] = split
  return {
    splits,
    groups: together,
    leftOut: leftOut.map(({ place, other, ...rest }) => ({
      document: facts[place]?.id ?? '',
      other: facts[other]?.id ?? '',
      ...rest,
    })),
    nearDuplicateLinks: links.length,
  }
}

/** A document that is left out, and the one because of which it is, by their places. */
interface LeftOut {
  readonly place: number
  readonly other: number
  readonly reason: UnsplitDocument['reason']
  readonly split: SplitName
}

/** Units that near duplicates hold together, and in which splits some of them are already. */
interface UnitGroup {
  readonly members: readonly number[]
  readonly splits: ReadonlySet<SplitName>
}

/** What is put into a split as one even without near duplicates: the documents of a site, or a single one. */
class Units {
  readonly #facts: readonly SplitFacts[]
  readonly #known: ReadonlyMap<string, KnownSplit>
  readonly #documents: number[][] = []
  readonly #unitOf: Int32Array
  readonly #splits: (SplitName | null)[]
  readonly sets: DisjointSets

  constructor(facts: readonly SplitFacts[], bySite: boolean, known: ReadonlyMap<string, KnownSplit>) {
    this.#facts = facts
    this.#known = known
    const sites = new Map<string, number>()
    this.#unitOf = Int32Array.from(facts, ({ site }, place) => {
      const unit = (bySite && site !== '' ? sites.get(site) : undefined) ?? this.#documents.length
      if (bySite && site !== '') sites.set(site, unit)
      const documents = this.#documents[unit] ?? []
      documents.push(place)
      this.#documents[unit] = documents
      return unit
    })
    const ofSites = bySite ? splitsOfSites(known.values()) : new Map<string, SplitName>()
    this.#splits = this.#documents.map((documents) => {
      const there = mostlyIn(documents.flatMap((place) => this.#knownSplit(place) ?? []))
      const [first = 0] = documents
      return there ?? (bySite ? (ofSites.get(facts[first]?.site ?? '') ?? null) : null)
    })
    this.sets = new DisjointSets(this.#documents.length)
  }

  unitOf(document: number): number {
    return this.#unitOf[document] ?? 0
  }

  documents(unit: number): readonly number[] {
    return this.#documents[unit] ?? []
  }

  /** The split that the unit is in already. */
  splitOf(unit: number): SplitName | null {
    return this.#splits[unit] ?? null
  }

  groups(): UnitGroup[] {
    const groups = new Map<number, { members: number[]; splits: Set<SplitName> }>()
    for (const unit of this.#documents.keys()) {
      const root = this.sets.find(unit)
      const group = groups.get(root) ?? { members: [], splits: new Set() }
      groups.set(root, group)
      group.members.push(unit)
      const split = this.splitOf(unit)
      if (split !== null) group.splits.add(split)
    }
    return [...groups.values()]
  }

  /** The units of each group that are in one split. */
  gathered(assigned: ReadonlyMap<number, SplitName>): { members: number[]; split: SplitName }[] {
    const gathered = new Map<string, { members: number[]; split: SplitName }>()
    for (const [unit, split] of assigned) {
      const key = `${this.sets.find(unit)} ${split}`
      const known = gathered.get(key) ?? { members: [], split }
      gathered.set(key, known)
      known.members.push(unit)
    }
    return [...gathered.values()]
  }

  /** The documents that are known to be in another split than their site is. */
  partedFromSite(assigned: ReadonlyMap<number, SplitName>): LeftOut[] {
    return this.#facts.flatMap((_, place) => {
      const unit = this.unitOf(place)
      const split = assigned.get(unit)
      const own = this.#knownSplit(place)
      if (split === undefined || own === undefined || own === split) return []
      const other = this.documents(unit).find((each) => (this.#knownSplit(each) ?? split) === split) ?? place
      return [{ place, other, reason: 'site' as const, split }]
    })
  }

  #knownSplit(place: number): SplitName | undefined {
    return this.#known.get(this.#facts[place]?.id ?? '')?.split
  }
}

/** Joins the units of near duplicates. Returns as many links between units as hold them together. */
function* linkUnits(facts: readonly SplitFacts[], units: Units): Generator<void, [number, number][]> {
  const links: [number, number][] = []
  for (const kind of ['page', 'kept'] as const)
    for (const pair of nearDuplicates(
      facts.map((each) => each[kind]),
      (document) => units.sets.find(units.unitOf(document)),
    )) {
      if (!pair) yield
      else {
        const [one, other] = [units.unitOf(pair[0]), units.unitOf(pair[1])]
        units.sets.join(one, other)
        links.push([one, other])
      }
    }
  return links
}

/** The units whose split follows from what is known, and the groups of those of which nothing is. */
function followKnown(
  units: Units,
  groups: readonly UnitGroup[],
  links: readonly (readonly [number, number])[],
): { assigned: Map<number, SplitName>; open: (readonly number[])[] } {
  const assigned = new Map<number, SplitName>()
  const open: (readonly number[])[] = []
  const parted: number[] = []
  for (const { members, splits } of groups) {
    const [split] = splits
    if (split === undefined) open.push(members)
    else if (splits.size === 1) for (const unit of members) assigned.set(unit, split)
    else parted.push(...members)
  }
  // Where a group is in several splits already, a unit goes where the nearest one is.
  const neighbours = new Map<number, number[]>(parted.map((unit) => [unit, []]))
  for (const [one, other] of links) {
    neighbours.get(one)?.push(other)
    neighbours.get(other)?.push(one)
  }
  const reached = parted.filter((unit) => units.splitOf(unit) !== null)
  for (const unit of reached) assigned.set(unit, units.splitOf(unit) ?? 'train')
  for (const unit of reached)
    for (const next of neighbours.get(unit) ?? [])
      if (!assigned.has(next)) {
        assigned.set(next, assigned.get(unit) ?? 'train')
        reached.push(next)
      }
  return { assigned, open }
}

/** After how many documents the caller is let in. */
const documentsAtOnce = 500

/**
 * Leaves out as many documents that no near duplicates are in different splits: rather those that are new than those
 * that are known, and rather those for training than those that something is measured by. Each of them is a near
 * duplicate of one that stays, so that it is left out again when what stays is known.
 */
function* separated(
  facts: readonly SplitFacts[],
  units: Units,
  assigned: ReadonlyMap<number, SplitName>,
  inConflict: readonly number[],
  known: ReadonlyMap<string, KnownSplit>,
  out: Set<number>,
): Generator<void, LeftOut[]> {
  const splitAt = (place: number): SplitName => assigned.get(units.unitOf(place)) ?? 'train'
  /** The greater, the rather it stays. */
  const worth = (place: number): number =>
    (known.has(facts[place]?.id ?? '') ? splitNames.length : 0) + splitNames.indexOf(splitAt(place))
  const order = inConflict.filter((place) => !out.has(place)).sort((a, b) => worth(b) - worth(a) || a - b)
  const indexes = splitNames.map((split) => ({
    split,
    page: new NearDuplicateIndex(),
    kept: new NearDuplicateIndex(),
  }))
  const leftOut: LeftOut[] = []
  for (const [done, place] of order.entries()) {
    if (done % documentsAtOnce === 0) yield
    const split = splitAt(place)
    const { page = null, kept = null } = facts[place] ?? {}
    const others = indexes
      .filter((index) => index.split !== split)
      .flatMap((index) => [page && index.page.find(page), kept && index.kept.find(kept)])
      .filter((found) => found !== null)
    if (others.length > 0) {
      const other = Math.min(...others)
      out.add(place)
      leftOut.push({ place, other, reason: 'near-duplicate', split: splitAt(other) })
      continue
    }
    const own = indexes.find((index) => index.split === split)
    if (page) own?.page.add(place, page)
    if (kept) own?.kept.add(place, kept)
  }
  return leftOut
}

function labelsOf(facts: readonly SplitFacts[], places: readonly number[]): Map<string, number> {
  const labels = new Map<string, number>()
  for (const place of places)
    for (const [label, count] of facts[place]?.labels ?? [])
      labels.set(label, (labels.get(label) ?? 0) + count)
  return labels
}
