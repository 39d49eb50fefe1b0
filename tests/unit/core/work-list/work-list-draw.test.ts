import fc from 'fast-check'
import { expect, it } from 'vitest'
import { statuses } from '../../../../src/core/annotation.ts'
import { sizeClass, stratumOf, type WorkDocument } from '../../../../src/core/work-list/work-document.ts'
import {
  type Strata,
  strataKinds,
  type WorkListChoice,
} from '../../../../src/core/work-list/work-list-choice.ts'
import { type Drawn, WorkListDraw } from '../../../../src/core/work-list/work-list-draw.ts'

const anyDocument: fc.Arbitrary<WorkDocument> = fc.record({
  id: fc.string({ minLength: 1, unit: 'grapheme' }),
  site: fc.constantFrom('a.vn', 'b.com', 'c.org', ''),
  bytes: fc.nat(2_000_000),
  status: fc.constantFrom(...statuses),
  language: fc.constantFrom('vi', 'en', ''),
  columns: fc.record({ topic: fc.constantFrom('news', 7, null) }),
})
const anyCorpus = fc.uniqueArray(anyDocument, { selector: ({ id }) => id, maxLength: 200 })
const anySeed = fc.nat(0xffff_ffff)
const anyKind = fc.constantFrom<Strata | null>(null, ...strataKinds, { column: 'topic' })

function drawn(documents: readonly WorkDocument[], choice: Partial<WorkListChoice>): Drawn {
  const draw = new WorkListDraw({ filter: {}, sample: null, ...choice })
  for (const document of documents) draw.add(document)
  return draw.draw()
}

it('draws as many as wanted, in the order of the corpus, the same again', () => {
  fc.assert(
    fc.property(anyCorpus, fc.integer({ min: 1, max: 250 }), anySeed, anyKind, (corpus, size, seed, by) => {
      const sample = { size, seed, by }
      const { documents, strata, matching } = drawn(corpus, { sample })
      expect(documents).toHaveLength(Math.min(size, corpus.length))
      expect(matching).toBe(corpus.length)
      const ids = corpus.map(({ id }) => id)
      expect(documents).toEqual(ids.filter((id) => documents.includes(id)))
      expect(drawn(corpus, { sample }).documents).toEqual(documents)
      expect(
        new Set(drawn(corpus.toReversed(), { sample }).strata.map(({ documents }) => documents)),
      ).toEqual(new Set(strata.map(({ documents }) => documents)))
      for (const { stratum, drawn: count, documents: members } of strata) {
        const of = (document: WorkDocument): string => stratumOf(document, by)
        const inStratum = corpus.filter((document) => of(document) === stratum)
        expect(members).toBe(inStratum.length)
        expect(inStratum.filter(({ id }) => documents.includes(id))).toHaveLength(count)
      }
    }),
  )
})

it('moves one document at most when one comes to the corpus, in whatever order', () => {
  fc.assert(
    fc.property(anyCorpus, anyDocument, anySeed, (corpus, late, seed) => {
      fc.pre(corpus.length > 0 && !corpus.some(({ id }) => id === late.id))
      const sample = { size: Math.ceil(corpus.length / 3), seed, by: null }
      const before = new Set(drawn(corpus, { sample }).documents)
      const after = drawn([late, ...corpus.toReversed()], { sample }).documents
      const moved = after.filter((id) => !before.has(id))
      expect(moved.length).toBeLessThanOrEqual(1)
      if (moved.length > 0) expect(moved).toEqual([late.id])
    }),
  )
})

it('takes another sample with another seed, and each document as often as the others', () => {
  const corpus = Array.from({ length: 100 }, (_, n) => ({
    id: `site/page-${n}.txt`,
    site: 'site',
    bytes: 1000,
    status: 'new' as const,
    language: '',
    columns: {},
  }))
  const times = new Map<string, number>()
  for (let seed = 0; seed < 2000; seed++)
    for (const id of drawn(corpus, { sample: { size: 10, seed, by: null } }).documents)
      times.set(id, (times.get(id) ?? 0) + 1)
  const counts = corpus.map(({ id }) => times.get(id) ?? 0)
  // 200 are expected, with a standard deviation of 13.4; five of those on either side.
  expect(Math.min(...counts)).toBeGreaterThan(133)
  expect(Math.max(...counts)).toBeLessThan(267)
})

it('takes all that the filter lets through where there is no sample', () => {
  fc.assert(
    fc.property(
      anyCorpus,
      fc.nat(2_000_000),
      fc.subarray([...statuses], { minLength: 1 }),
      (corpus, smallest, wanted) => {
        const { documents } = drawn(corpus, { filter: { smallest, statuses: wanted, sites: ['a.vn', ''] } })
        const expected = corpus.filter(
          ({ bytes, status, site }) =>
            bytes >= smallest && wanted.includes(status) && (site === 'a.vn' || site === ''),
        )
        expect(documents).toEqual(expected.map(({ id }) => id))
      },
    ),
  )
})

it('finds text in names whatever the case and diacritics', () => {
  const corpus = ['Tin tức/bài.txt', 'news/page.txt'].map((id) => ({
    id,
    site: '',
    bytes: 1,
    status: 'new' as const,
    language: '',
    columns: {},
  }))
  expect(drawn(corpus, { filter: { text: 'TIN TUC' } }).documents).toEqual(['Tin tức/bài.txt'])
})

it('has size classes that meet without a gap', () => {
  expect([0, 1023, 1024, 4095, 4096, 16_383, 16_384, 5_000_000].map(sizeClass)).toEqual([
    '<1 KiB',
    '<1 KiB',
    '1–4 KiB',
    '1–4 KiB',
    '4–16 KiB',
    '4–16 KiB',
    '16–64 KiB',
    '4096–16384 KiB',
  ])
})
