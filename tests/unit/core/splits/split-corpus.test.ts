import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SplitName, splitNames } from '../../../../src/core/datasets/dataset-document.ts'
import { targetsOf } from '../../../../src/core/splits/assign-groups.ts'
import type { KnownSplit } from '../../../../src/core/splits/known-splits.ts'
import { areAlike, signatureOf } from '../../../../src/core/splits/minhash.ts'
import { type CorpusSplit, type SplitFacts, splitCorpus } from '../../../../src/core/splits/split-corpus.ts'
import { type SplitOptions, splitOptionsSchema } from '../../../../src/core/splits/split-options.ts'

const options = (change: Partial<SplitOptions> = {}): SplitOptions => ({
  ...splitOptionsSchema.parse({ shares: { kind: 'ratio', train: 8, validation: 1, test: 1 } }),
  ...change,
})

function split(
  facts: readonly SplitFacts[],
  chosen: SplitOptions,
  known: ReadonlyMap<string, KnownSplit> = new Map(),
): CorpusSplit {
  const steps = splitCorpus(facts, chosen, known)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** What an export remembers of a split. */
const remembered = (facts: readonly SplitFacts[], { splits }: CorpusSplit): Map<string, KnownSplit> =>
  new Map(
    facts.flatMap(({ id, site }, place) => {
      const own = splits[place]
      return own ? [[id, { split: own, site }] as const] : []
    }),
  )

const byId = (leftOut: CorpusSplit['leftOut']) =>
  leftOut.toSorted((a, b) => (a.document < b.document ? -1 : 1))

/** How large the groups are. */
const sizesOf = ({ groups }: CorpusSplit): number[] => groups.map(({ documents }) => documents.length).sort()

/** Articles of which each has enough words of its own; versions of one differ in a word. */
const article = (topic: number, version: number): string =>
  Array.from({ length: 60 }, (_, at) =>
    at === 30 && version > 0 ? `v${'x'.repeat(version)}` : `w${topic}q${'abcdefgh'[at % 8]}${'z'.repeat(at)}`,
  ).join(' ')

const signatures = Array.from({ length: 30 }, (_, topic) =>
  [0, 1, 2].map((version) => signatureOf(article(topic, version))),
)

const anyDocument = fc.record({
  site: fc.oneof(
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 14 }).map((n) => `site${n}.org`) },
  ),
  topic: fc.option(fc.nat({ max: signatures.length - 1 }), { nil: null, freq: 2 }),
  version: fc.nat({ max: 2 }),
  isKept: fc.boolean(),
  body: fc.nat({ max: 9 }),
  menu: fc.nat({ max: 9 }),
})

const anyCorpus: fc.Arbitrary<SplitFacts[]> = fc
  .array(anyDocument, { minLength: 1, maxLength: 60 })
  .map((documents) =>
    documents.map(({ site, topic, version, isKept, body, menu }, index) => {
      const signature = topic === null ? null : (signatures[topic]?.[version] ?? null)
      return {
        id: `${index}.txt`,
        site,
        page: isKept ? null : signature,
        kept: isKept ? signature : null,
        labels: new Map([
          ['body', body],
          ['menu', menu],
        ]),
      }
    }),
  )

const anyOptions: fc.Arbitrary<SplitOptions> = fc.record({
  shares: fc.oneof(
    fc.constantFrom(
      { kind: 'ratio' as const, train: 80, validation: 10, test: 10 },
      { kind: 'ratio' as const, train: 1, validation: 0, test: 1 },
    ),
    fc.record({
      kind: fc.constant('count' as const),
      validation: fc.nat({ max: 20 }),
      test: fc.integer({ min: 1, max: 20 }),
    }),
  ),
  seed: fc.nat({ max: 5 }),
  bySite: fc.boolean(),
  nearDuplicates: fc.boolean(),
  stratify: fc.boolean(),
})

const areNear = (a: SplitFacts, b: SplitFacts): boolean =>
  (a.page !== null && b.page !== null && areAlike(a.page, b.page)) ||
  (a.kept !== null && b.kept !== null && areAlike(a.kept, b.kept))

/** The leaks of a split, found by comparing every document with every other. */
function leaks(facts: readonly SplitFacts[], { splits }: CorpusSplit, chosen: SplitOptions): string[] {
  const found: string[] = []
  for (const [one, a] of facts.entries())
    for (const [other, b] of facts.entries()) {
      const [left, right] = [splits[one], splits[other]]
      if (other >= one || !left || !right || left === right) continue
      if (chosen.bySite && a.site !== '' && a.site === b.site) found.push(`site ${a.id} ${b.id}`)
      if (chosen.nearDuplicates && areNear(a, b)) found.push(`near ${a.id} ${b.id}`)
    }
  return found
}

describe('a split of a corpus', () => {
  test('has no site and no near duplicates on both sides, leaves nobody out, and is the same for the same seed', () => {
    fc.assert(
      fc.property(anyCorpus, anyOptions, (facts, chosen) => {
        const found = split(facts, chosen)
        expect(leaks(facts, found, chosen)).toEqual([])
        expect(found.leftOut).toEqual([])
        expect(found.splits).not.toContain(null)
        expect(split(facts, chosen)).toEqual(found)
      }),
    )
  })

  test('moves nobody when documents are added, however they join groups, and still leaks nothing', () => {
    fc.assert(
      fc.property(anyCorpus, anyOptions, fc.nat(), fc.nat(), (facts, chosen, first, second) => {
        const at = [first % (facts.length + 1), second % (facts.length + 1)].sort((a, b) => a - b)
        let before = new Map<string, KnownSplit>()
        for (const end of [...at, facts.length]) {
          // Those that were added stand anywhere in the listing, here before the others.
          const present = facts.slice(0, end).toReversed()
          const found = split(present, chosen, before)
          expect(leaks(present, found, chosen)).toEqual([])
          const after = remembered(present, found)
          for (const [id, known] of before) expect([id, after.get(id)?.split]).toEqual([id, known.split])
          const out = new Set(found.leftOut.map(({ document }) => document))
          expect(present.filter(({ id }) => !after.has(id) && !out.has(id))).toEqual([])
          // Made again, it is the same.
          const again = split(present, chosen, after)
          expect(again.splits).toEqual(found.splits)
          expect(byId(again.leftOut)).toEqual(byId(found.leftOut))
          expect(sizesOf(again)).toEqual(sizesOf(found))
          before = after
        }
      }),
    )
  })

  test('leaks nothing either where what is known leaks', () => {
    const anyKnown = fc.array(fc.option(fc.constantFrom(...splitNames)), { minLength: 60, maxLength: 60 })
    fc.assert(
      fc.property(anyCorpus, anyOptions, anyKnown, (facts, chosen, drawn) => {
        const known = new Map(
          facts.flatMap(({ id, site }, place) => {
            const own = drawn[place]
            return own ? [[id, { split: own, site }] as const] : []
          }),
        )
        const found = split(facts, chosen, known)
        expect(leaks(facts, found, chosen)).toEqual([])
        for (const [place, { id }] of facts.entries()) {
          const own = found.splits[place]
          if (own && known.has(id)) expect(own).toBe(known.get(id)?.split)
        }
      }),
    )
  })

  test('gives every split its share, but for one group', () => {
    fc.assert(
      fc.property(anyCorpus, anyOptions, (facts, chosen) => {
        const { groups, splits } = split(facts, chosen)
        const largest = Math.max(...groups.map(({ documents }) => documents.length))
        const targets = targetsOf(chosen.shares, facts.length)
        for (const name of splitNames)
          expect(splits.filter((each) => each === name).length).toBeLessThanOrEqual(targets[name] + largest)
      }),
    )
  })
})

const documents = (
  length: number,
  facts: (index: number) => Partial<SplitFacts> = () => ({}),
): SplitFacts[] =>
  Array.from({ length }, (_, index) => ({
    id: `${index}.txt`,
    site: '',
    page: null,
    kept: null,
    labels: new Map(),
    ...facts(index),
  }))

const sizes = ({ splits }: CorpusSplit): Record<SplitName, number> => ({
  train: splits.filter((each) => each === 'train').length,
  validation: splits.filter((each) => each === 'validation').length,
  test: splits.filter((each) => each === 'test').length,
})

test('documents without groups are split exactly', () => {
  expect(sizes(split(documents(1000), options()))).toEqual({ train: 800, validation: 100, test: 100 })
  const counts = options({ shares: { kind: 'count', validation: 30, test: 50 } })
  expect(sizes(split(documents(200), counts))).toEqual({ train: 120, validation: 30, test: 50 })
})

test('another seed gives another split', () => {
  const facts = documents(100)
  expect(split(facts, options({ seed: 1 })).splits).not.toEqual(split(facts, options({ seed: 2 })).splits)
})

test('every split gets its share of a rare label where it is asked for', () => {
  const facts = documents(400, (index) => ({
    labels: new Map([['body', 10], ...(index % 20 === 0 ? [['credit', 1] as const] : [])]),
  }))
  const { splits } = split(facts, options({ seed: 3 }))
  const rare = facts.flatMap(({ labels }, place) => (labels.has('credit') ? [splits[place]] : []))
  expect(rare.filter((each) => each === 'train')).toHaveLength(16)
  expect(rare.filter((each) => each === 'test')).toHaveLength(2)
})

test('few sites still give each split one', () => {
  const facts = documents(100, (index) => ({ site: `s${index % 5}.org` }))
  expect(sizes(split(facts, options()))).toEqual({ train: 60, validation: 20, test: 20 })
})

test('a page that joins a site for training and one for testing is left out by name', () => {
  const known = new Map<string, KnownSplit>([
    ['0.txt', { split: 'train', site: 'a.org' }],
    ['1.txt', { split: 'test', site: 'b.org' }],
  ])
  const page = signatures[0]?.[0] ?? null
  const facts = documents(3, (index) => ({
    site: index === 1 ? 'b.org' : 'a.org',
    page: index === 0 ? null : page,
  }))
  const found = split(facts, options(), known)
  expect(found.splits).toEqual(['train', 'test', null])
  expect(found.leftOut).toEqual([
    { document: '2.txt', other: '1.txt', reason: 'near-duplicate', split: 'test' },
  ])
})

test('a new page goes where its site is, also when the known pages of the site are not there', () => {
  const known = new Map<string, KnownSplit>([['gone.txt', { split: 'test', site: 'a.org' }]])
  const found = split(
    documents(5, () => ({ site: 'a.org' })),
    options(),
    known,
  )
  expect(new Set(found.splits)).toEqual(new Set(['test']))
})
