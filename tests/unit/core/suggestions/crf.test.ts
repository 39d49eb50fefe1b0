import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Chain, likeliest, marginals } from '../../../../src/core/suggestions/crf.ts'

const kinds = 2
const score = fc.double({ min: -4, max: 4, noNaN: true })
const numbers = (count: number): fc.Arbitrary<Float64Array> =>
  fc.array(score, { minLength: count, maxLength: count }).map((values) => Float64Array.from(values))

const anyChain = fc
  .record({ length: fc.integer({ min: 0, max: 5 }), classes: fc.integer({ min: 1, max: 3 }) })
  .chain(({ length, classes }) =>
    fc.record({
      length: fc.constant(length),
      classes: fc.constant(classes),
      unary: numbers(length * classes),
      transition: numbers(kinds * classes * classes),
      steps: fc.uint8Array({ minLength: length, maxLength: length, max: kinds - 1 }),
    }),
  )

/** All labellings of a chain, each with its score. */
function labellings(chain: Chain): { path: number[]; score: number }[] {
  let paths: number[][] = [[]]
  for (let at = 0; at < chain.length; at++)
    paths = paths.flatMap((path) => Array.from({ length: chain.classes }, (_, next) => [...path, next]))
  return paths.map((path) => ({ path, score: scoreOf(chain, path) }))
}

function scoreOf({ classes, unary, transition, steps }: Chain, path: readonly number[]): number {
  return path.reduce((sum, to, at) => {
    const from = path[at - 1]
    const pair =
      from === undefined ? 0 : transition[(steps[at] ?? 0) * classes * classes + from * classes + to]
    return sum + (unary[at * classes + to] ?? 0) + (pair ?? 0)
  }, 0)
}

describe('marginals', () => {
  it('are the sums over all labellings', () => {
    fc.assert(
      fc.property(anyChain, (chain) => {
        const all = labellings(chain).map(({ path, score }) => ({ path, weight: Math.exp(score) }))
        const whole = all.reduce((sum, { weight }) => sum + weight, 0)
        const found = marginals(chain)
        expect(found.logSum).toBeCloseTo(Math.log(whole), 8)
        found.classes.forEach((share, index) => {
          const at = Math.floor(index / chain.classes)
          const having = all.filter(({ path }) => path[at] === index % chain.classes)
          expect(share).toBeCloseTo(having.reduce((sum, { weight }) => sum + weight, 0) / whole, 8)
        })
      }),
    )
  })

  it('leave out what is not allowed', () => {
    fc.assert(
      fc.property(anyChain, fc.infiniteStream(fc.nat(2)), (chain, choices) => {
        const allowed = new Uint8Array(chain.length * chain.classes)
        const path = Array.from({ length: chain.length }, () => (choices.next().value ?? 0) % chain.classes)
        path.forEach((label, at) => {
          allowed[at * chain.classes + label] = 1
        })
        const found = marginals(chain, allowed)
        expect(found.logSum).toBeCloseTo(scoreOf(chain, path), 8)
        expect([...found.classes].map((share) => Math.round(share))).toEqual([...allowed])
      }),
    )
  })

  it('are the gradient of the logarithm of the sum', () => {
    fc.assert(
      fc.property(anyChain, (chain) => {
        const found = marginals(chain)
        const slope = (field: 'unary' | 'transition', index: number): number => {
          const by = (step: number): number => {
            const moved = chain[field].map((value, at) => (at === index ? value + step : value))
            return marginals({ ...chain, [field]: moved }).logSum
          }
          return (by(1e-5) - by(-1e-5)) / 2e-5
        }
        found.classes.forEach((share, index) => {
          expect(share).toBeCloseTo(slope('unary', index), 6)
        })
        found.transitions.forEach((count, index) => {
          expect(count).toBeCloseTo(slope('transition', index), 6)
        })
      }),
      { numRuns: 30 },
    )
  })

  it('neither under- nor overflow on a long chain', () => {
    const length = 100_000
    const unary = Float64Array.from({ length: length * 2 }, (_, index) => (index % 3) * 400)
    const steps = new Uint8Array(length)
    const found = marginals({ length, classes: 2, unary, transition: new Float64Array(4), steps })
    expect(Number.isFinite(found.logSum)).toBe(true)
    expect(found.classes.every((share) => share >= 0 && share <= 1 + 1e-9)).toBe(true)
  })
})

describe('likeliest', () => {
  it('is the labelling with the highest score', () => {
    fc.assert(
      fc.property(anyChain, (chain) => {
        const best = Math.max(...labellings(chain).map(({ score }) => score))
        expect(scoreOf(chain, [...likeliest(chain)])).toBeCloseTo(best, 8)
      }),
    )
  })
})
