import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../bench/suggestions/random.ts'
import { addGradient, type Example, trainNetwork } from '../../../bench/suggestions/train-network.ts'
import { type Chain, likeliest, marginals } from '../../../src/core/suggestions/crf.ts'
import {
  activate,
  networkWeights,
  standardise,
  weightCount,
} from '../../../src/core/suggestions/prior/network.ts'

const classes = 3
const inputs = 4

/** Pages whose rows have the class that their inputs tell, mostly. */
function pages(count: number, rows: number): Example[] {
  const random = seededRandom(7)
  return Array.from({ length: count }, () => {
    const values = new Float32Array(rows * inputs).map(() => 2 * random() - 1)
    const allowed = new Uint8Array(rows * classes)
    for (let row = 0; row < rows; row++) {
      const [a = 0, b = 0] = values.subarray(row * inputs)
      allowed[row * classes + (a * b > 0 ? 0 : a > 0 ? 1 : 2)] = 1
    }
    const steps = new Uint8Array(rows).map(() => Math.floor(2 * random()))
    return { weight: 1, views: [{ inputs: values, steps }], allowed }
  })
}

const training = { hidden: 6, classes, epochs: 40, rate: 0.02, decay: 0.001, batch: 4, members: 2 }

describe('addGradient', () => {
  it('is the slope of what the page costs', () => {
    const size = { inputs, hidden: 3, classes }
    const random = seededRandom(3)
    const values = new Float64Array(weightCount(size)).map(() => random() - 0.5)
    const [page] = pages(1, 6)
    if (!page) throw new Error('There is no page.')
    const view = page.views[0]
    const cost = (weights: Float64Array): number => {
      const parts = networkWeights(size, weights)
      const chain: Chain = {
        length: 6,
        classes,
        unary: activate(size, parts, view?.inputs ?? new Float32Array()).scores,
        transition: parts.transition,
        steps: view?.steps ?? new Uint8Array(),
      }
      return marginals(chain).logSum - marginals(chain, page.allowed).logSum
    }
    const gradient = new Float64Array(values.length)
    addGradient(size, values, page, 0, gradient, 0)
    gradient.forEach((slope, index) => {
      const by = (step: number): number =>
        cost(values.map((value, at) => (at === index ? value + step : value)))
      expect(slope).toBeCloseTo((by(1e-5) - by(-1e-5)) / 2e-5, 5)
    })
  })
})

describe('trainNetwork', () => {
  it('learns what no sum of the inputs can tell', () => {
    const network = trainNetwork(pages(60, 20), training)
    const parts = networkWeights(network.size, network.values)
    let right = 0
    let all = 0
    for (const { views, allowed } of pages(70, 20).slice(60))
      for (const view of views) {
        const scaled = standardise(view.inputs, network.means, network.scales)
        const path = likeliest({
          length: 20,
          classes,
          unary: activate(network.size, parts, scaled).scores,
          transition: parts.transition,
          steps: view.steps,
        })
        path.forEach((name, row) => {
          all++
          if (allowed[row * classes + name] === 1) right++
        })
      }
    expect(right / all).toBeGreaterThan(0.9)
  })

  it('gives the same weights for the same pages', () => {
    const few = { ...training, epochs: 2 }
    expect(trainNetwork(pages(5, 8), few)).toEqual(trainNetwork(pages(5, 8), few))
  })
})
