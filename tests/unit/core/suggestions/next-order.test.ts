import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DocumentFigures,
  fairSample,
  nextOrder,
  seededOrder,
} from '../../../../src/core/suggestions/next-order.ts'

const share = fc.float({ min: 0, max: 1, noNaN: true })
const figures = fc.uniqueArray(
  fc.record({
    document: fc.string({ minLength: 1 }),
    site: fc.constantFrom('a', 'b', 'c'),
    uncertainty: share,
    novelty: share,
  }),
  { selector: ({ document }) => document, maxLength: 60 },
)
const names = (all: readonly DocumentFigures[]): string[] => all.map(({ document }) => document)

describe('the order to label in', () => {
  it('names each document once, and no more than asked for', () => {
    fc.assert(
      fc.property(figures, fc.nat(80), (all, count) => {
        const order = nextOrder(names(all), all, count).map(({ document }) => document)
        expect(new Set(order).size).toBe(order.length)
        expect(order).toHaveLength(Math.min(count, all.length))
        expect(names(all)).toEqual(expect.arrayContaining(order))
      }),
    )
  })

  it('does not depend on the order in which documents are given', () => {
    fc.assert(
      fc.property(figures, fc.nat(60), (all, count) => {
        const turned = all.toReversed()
        expect(nextOrder(names(turned), turned, count)).toEqual(nextOrder(names(all), all, count))
      }),
    )
  })

  it('names documents without figures too', () => {
    fc.assert(
      fc.property(figures, fc.nat(60), (all, known) => {
        const order = nextOrder(names(all), all.slice(0, known), all.length)
        expect(order.map(({ document }) => document).toSorted()).toEqual(names(all).toSorted())
      }),
    )
  })

  it('draws every fifth one at random: the first of the seeded order that is left', () => {
    fc.assert(
      fc.property(figures, (all) => {
        const order = nextOrder(names(all), all, all.length)
        order.forEach(({ document, why }, index) => {
          if (index % 5 !== 4) expect(why).not.toBe('random')
          else {
            const before = new Set(order.slice(0, index).map((next) => next.document))
            expect(why).toBe('random')
            expect(document).toBe(seededOrder(names(all)).find((name) => !before.has(name)))
          }
        })
      }),
    )
  })

  it('begins with the document of which the model is least sure', () => {
    const all = [0.1, 0.9, 0.3].map((uncertainty, n) => ({
      document: `page-${n}`,
      site: '',
      uncertainty,
      novelty: 0,
    }))
    expect(nextOrder(names(all), all, 1)).toMatchObject([{ document: 'page-1', why: 'uncertain' }])
  })

  it('says so where a document is unlike the labelled ones', () => {
    const all = [
      { document: 'known', site: '', uncertainty: 0.02, novelty: 0.1 },
      { document: 'other', site: '', uncertainty: 0.02, novelty: 1 },
    ]
    expect(nextOrder(names(all), all, 1)).toMatchObject([{ document: 'other', why: 'novel' }])
  })

  it('goes round the sites', () => {
    const all = ['a1', 'a2', 'a3', 'b1'].map((document, n) => ({
      document,
      site: document.charAt(0),
      uncertainty: 0.9 - n / 100,
      novelty: 0,
    }))
    expect(nextOrder(names(all), all, 2).map(({ document }) => document)).toEqual(['a1', 'b1'])
  })
})

describe('the fair sample', () => {
  it('is the finished start of an order that no labels change', () => {
    fc.assert(
      fc.property(figures, fc.func(fc.boolean()), (all, isFinished) => {
        const finished = new Set(names(all).filter(isFinished))
        const sample = fairSample(names(all), finished)
        const order = seededOrder(names(all))
        expect(order.slice(0, sample.length)).toEqual(sample)
        expect(sample.every((name) => finished.has(name))).toBe(true)
        const next = order[sample.length]
        if (next !== undefined) expect(finished.has(next)).toBe(false)
      }),
    )
  })

  it('grows with each document drawn at random', () => {
    fc.assert(
      fc.property(figures, (all) => {
        const finished = new Set<string>()
        for (let size = 0; finished.size < all.length; size++) {
          const left = names(all).filter((name) => !finished.has(name))
          const drawn = nextOrder(left, [], 1)[0]
          expect(drawn?.why).toBe('random')
          finished.add(drawn?.document ?? '')
          expect(fairSample(names(all), finished)).toHaveLength(size + 1)
        }
      }),
    )
  })

  it('takes documents without regard to where they stand in the alphabet', () => {
    const all = Array.from({ length: 1000 }, (_, n) => `page-${String(n).padStart(4, '0')}.txt`)
    const first = seededOrder(all).slice(0, 200)
    const early = first.filter((name) => name < 'page-0500').length
    expect(early).toBeGreaterThan(70)
    expect(early).toBeLessThan(130)
  })
})
