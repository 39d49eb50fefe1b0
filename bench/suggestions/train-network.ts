import { type Chain, marginals } from '../../src/core/suggestions/crf.ts'
import {
  activate,
  addTimes,
  type NetworkSize,
  networkWeights,
  standardise,
  weightCount,
} from '../../src/core/suggestions/prior/network.ts'
import { seededRandom } from './random.ts'

/** A page to learn from. */
export interface Example {
  /** How much it counts. */
  readonly weight: number
  /** The same rows with what may be known of them otherwise. */
  readonly views: readonly { readonly inputs: Float32Array; readonly steps: Uint8Array }[]
  /** Which classes each row may have: rows × classes. */
  readonly allowed: Uint8Array
}

/** How a network is trained. */
export interface Training {
  readonly hidden: number
  readonly classes: number
  readonly epochs: number
  /** The step size at the beginning; it goes down to nothing over the second half. */
  readonly rate: number
  /** How much of each weight is given up at each step, times the step size. */
  readonly decay: number
  /** Pages a step. */
  readonly batch: number
  /** How many networks are trained from different beginnings and joined into one. */
  readonly members: number
}

/** A network and how its inputs are brought to scale. */
export interface TrainedNetwork {
  readonly size: NetworkSize
  readonly values: Float64Array
  readonly means: Float64Array
  readonly scales: Float64Array
}

/** Trains a network that scores the rows of a chain (a CRF with neural scores). The same input gives the same weights. */
export function trainNetwork(examples: readonly Example[], training: Training): TrainedNetwork {
  const inputs =
    (examples[0]?.views[0]?.inputs.length ?? 0) / ((examples[0]?.allowed.length ?? 1) / training.classes)
  const { means, scales } = inputScales(examples, inputs)
  const scaled = examples.map((example) => ({
    ...example,
    views: example.views.map((view) => ({ ...view, inputs: standardise(view.inputs, means, scales) })),
  }))
  const size = { inputs, hidden: training.hidden, classes: training.classes }
  const members = Array.from({ length: training.members }, (_, n) =>
    trainMember(scaled, size, training, n + 1),
  )
  return { ...join(size, members), means, scales }
}

/**
 * Means and inverse deviations of the inputs over all rows. What is zero for most rows has no mean taken off, so that it
 * stays zero for them.
 */
function inputScales(
  examples: readonly Example[],
  inputs: number,
): { means: Float64Array; scales: Float64Array } {
  const sums = new Float64Array(inputs)
  const squares = new Float64Array(inputs)
  const zeros = new Float64Array(inputs)
  let values = 0
  for (const { views } of examples)
    for (const view of views) {
      values += view.inputs.length
      view.inputs.forEach((value, index) => {
        const n = index % inputs
        sums[n] = (sums[n] ?? 0) + value
        squares[n] = (squares[n] ?? 0) + value * value
        if (value === 0) zeros[n] = (zeros[n] ?? 0) + 1
      })
    }
  const rows = Math.max(1, values / inputs)
  const scales = squares.map((square, n) => {
    const deviation = Math.sqrt(Math.max(0, square / rows - ((sums[n] ?? 0) / rows) ** 2))
    return deviation > 1e-6 ? 1 / Math.max(deviation, 0.05) : 0
  })
  return { means: sums.map((sum, n) => ((zeros[n] ?? 0) > rows / 2 ? 0 : sum / rows)), scales }
}

/** Adam (Kingma and Ba 2015) with decoupled decay; the mean of the weights over the last part of the way is taken. */
function trainMember(
  examples: readonly Example[],
  size: NetworkSize,
  training: Training,
  seed: number,
): Float64Array {
  const random = seededRandom(seed)
  const values = firstWeights(size, random)
  const gradient = new Float64Array(values.length)
  const first = new Float64Array(values.length)
  const second = new Float64Array(values.length)
  const mean = new Float64Array(values.length)
  const averagedFrom = Math.floor(training.epochs * 0.7)
  const decays =
    networkWeights(
      size,
      new Float64Array(values.length).map((_, index) => index),
    ).bias[0] ?? 0
  let step = 0
  for (let epoch = 0; epoch < training.epochs; epoch++) {
    const order = shuffled(examples, random)
    const rate = training.rate * Math.min(1, 2 * (1 - epoch / training.epochs))
    for (let at = 0; at < order.length; at += training.batch) {
      gradient.fill(0)
      let weight = 0
      for (const example of order.slice(at, at + training.batch)) {
        weight += example.weight
        addGradient(size, values, example, Math.floor(random() * example.views.length), gradient)
      }
      step++
      for (let n = 0; n < values.length; n++) {
        const slope = (gradient[n] ?? 0) / weight
        const m = 0.9 * (first[n] ?? 0) + 0.1 * slope
        const v = 0.999 * (second[n] ?? 0) + 0.001 * slope * slope
        first[n] = m
        second[n] = v
        const move = m / (1 - 0.9 ** step) / (Math.sqrt(v / (1 - 0.999 ** step)) + 1e-8)
        const value = values[n] ?? 0
        values[n] = value - rate * (move + (n < decays ? training.decay * value : 0))
      }
    }
    if (epoch >= averagedFrom)
      for (let n = 0; n < values.length; n++)
        mean[n] = (mean[n] ?? 0) + (values[n] ?? 0) / (training.epochs - averagedFrom)
  }
  return mean
}

/** Slopes smaller than this teach nothing, and most rows of a page have them. */
const negligible = 5e-4

/**
 * Adds the gradient of what `example` costs (the negative logarithm of how likely its allowed labellings are) to
 * `gradient`, laid out as the weights in `values`.
 */
export function addGradient(
  size: NetworkSize,
  values: Float64Array,
  example: Example,
  view: number,
  gradient: Float64Array,
  least = negligible,
): void {
  const { inputs, steps } = example.views[view] ?? { inputs: new Float32Array(), steps: new Uint8Array() }
  const weights = networkWeights(size, values)
  const slopes = networkWeights(size, gradient)
  const { hidden, scores } = activate(size, weights, inputs)
  const chain: Chain = {
    length: steps.length,
    classes: size.classes,
    unary: scores,
    transition: weights.transition,
    steps,
  }
  const free = marginals(chain)
  const bound = marginals(chain, example.allowed)
  addTimes(slopes.transition, 0, free.transitions, 0, example.weight, slopes.transition.length)
  addTimes(slopes.transition, 0, bound.transitions, 0, -example.weight, slopes.transition.length)
  const toScores = new Float64Array(size.classes)
  const toHidden = new Float64Array(size.hidden)
  for (let row = 0; row < steps.length; row++) {
    let most = 0
    for (let name = 0; name < size.classes; name++) {
      const at = row * size.classes + name
      const slope = example.weight * ((free.classes[at] ?? 0) - (bound.classes[at] ?? 0))
      toScores[name] = slope
      most = Math.max(most, Math.abs(slope))
    }
    if (most < least) continue
    addTimes(slopes.bias, 0, toScores, 0, 1, size.classes)
    for (let unit = 0; unit < size.hidden; unit++) {
      const active = hidden[row * size.hidden + unit] ?? 0
      addTimes(slopes.output, unit * size.classes, toScores, 0, active, size.classes)
      let back = 0
      for (let name = 0; name < size.classes; name++)
        back += (toScores[name] ?? 0) * (weights.output[unit * size.classes + name] ?? 0)
      toHidden[unit] = back * (1 - active ** 2)
    }
    for (let n = 0; n <= size.inputs; n++) {
      const input = n === size.inputs ? 1 : (inputs[row * size.inputs + n] ?? 0)
      if (input === 0) continue
      addTimes(slopes.hidden, n * size.hidden, toHidden, 0, input, size.hidden)
      if (n < size.inputs) addTimes(slopes.direct, n * size.classes, toScores, 0, input, size.classes)
    }
  }
}

function firstWeights(size: NetworkSize, random: () => number): Float64Array {
  const normal = (): number => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random())
  const values = new Float64Array(weightCount(size))
  const weights = networkWeights(size, values)
  weights.hidden.forEach((_, n) => {
    weights.hidden[n] = normal() / Math.sqrt(size.inputs)
  })
  weights.output.forEach((_, n) => {
    weights.output[n] = (0.5 * normal()) / Math.sqrt(size.hidden)
  })
  return values
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value)
}

/** One network whose scores are the means of the scores of `members`: their hidden units side by side. */
function join(
  size: NetworkSize,
  members: readonly Float64Array[],
): { size: NetworkSize; values: Float64Array } {
  const joined = { ...size, hidden: size.hidden * members.length }
  const values = new Float64Array(weightCount(joined))
  const to = networkWeights(joined, values)
  const share = 1 / members.length
  members.forEach((member, index) => {
    const from = networkWeights(size, member)
    for (let n = 0; n <= size.inputs; n++)
      to.hidden.set(
        from.hidden.subarray(n * size.hidden, (n + 1) * size.hidden),
        n * joined.hidden + index * size.hidden,
      )
    addTimes(to.output, index * from.output.length, from.output, 0, share, from.output.length)
    addTimes(to.direct, 0, from.direct, 0, share, from.direct.length)
    addTimes(to.bias, 0, from.bias, 0, share, from.bias.length)
    addTimes(to.transition, 0, from.transition, 0, share, from.transition.length)
  })
  return { size: joined, values }
}
