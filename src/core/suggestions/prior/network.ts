/** The sizes of a network with one hidden layer. */
export interface NetworkSize {
  /** Inputs of each row. */
  readonly inputs: number
  readonly hidden: number
  readonly classes: number
}

/** The weights of a network, as views on one array. */
export interface NetworkWeights {
  /** Of each input, and a constant after them, on the hidden units: (inputs + 1) × hidden. */
  readonly hidden: Float64Array
  /** Of each hidden unit on the classes: hidden × classes. */
  readonly output: Float64Array
  /** Of each input on the classes: inputs × classes. */
  readonly direct: Float64Array
  /** Of a constant on the classes. */
  readonly bias: Float64Array
  /** Of each two neighbouring classes, for each kind of step between rows: kinds × classes × classes. */
  readonly transition: Float64Array
}

/** Kinds of steps between rows: one right after the other, or apart by blank lines or images. */
const stepKinds = 2

/** The parts of `values` that each hold some of the weights of a network of this size. */
export function networkWeights(size: NetworkSize, values: Float64Array): NetworkWeights {
  let at = 0
  const take = (count: number): Float64Array => {
    at += count
    return values.subarray(at - count, at)
  }
  return {
    hidden: take(size.hidden * (size.inputs + 1)),
    output: take(size.classes * size.hidden),
    direct: take(size.classes * size.inputs),
    bias: take(size.classes),
    transition: take(stepKinds * size.classes * size.classes),
  }
}

/** How many weights a network of this size has. */
export function weightCount({ inputs, hidden, classes }: NetworkSize): number {
  return hidden * (inputs + 1) + classes * (hidden + inputs + 1) + stepKinds * classes * classes
}

/** What a network makes of rows. */
export interface Activations {
  /** rows × hidden. */
  readonly hidden: Float64Array
  /** rows × classes. */
  readonly scores: Float64Array
}

/**
 * Scores each class for each of the rows in `inputs` (rows × inputs). Inputs of zero, which most features of most lines
 * are, cost nothing.
 */
export function activate(size: NetworkSize, weights: NetworkWeights, inputs: Float32Array): Activations {
  const rows = inputs.length / size.inputs
  const hidden = new Float64Array(rows * size.hidden)
  const scores = new Float64Array(rows * size.classes)
  const constant = weights.hidden.subarray(size.inputs * size.hidden)
  for (let row = 0; row < rows; row++) {
    const units = row * size.hidden
    const classes = row * size.classes
    hidden.set(constant, units)
    scores.set(weights.bias, classes)
    for (let n = 0; n < size.inputs; n++) {
      const input = inputs[row * size.inputs + n] ?? 0
      if (input === 0) continue
      addTimes(hidden, units, weights.hidden, n * size.hidden, input, size.hidden)
      addTimes(scores, classes, weights.direct, n * size.classes, input, size.classes)
    }
    for (let unit = 0; unit < size.hidden; unit++) {
      const active = Math.tanh(hidden[units + unit] ?? 0)
      hidden[units + unit] = active
      addTimes(scores, classes, weights.output, unit * size.classes, active, size.classes)
    }
  }
  return { hidden, scores }
}

/** Adds `count` numbers of `from`, times `by`, to those of `to`. */
export function addTimes(
  to: Float64Array,
  at: number,
  from: Float64Array,
  first: number,
  by: number,
  count: number,
): void {
  for (let n = 0; n < count; n++) to[at + n] = (to[at + n] ?? 0) + by * (from[first + n] ?? 0)
}

/** Brings features of rows to a like scale, and cuts off what is far out. */
export function standardise(
  features: Float32Array,
  means: ArrayLike<number>,
  scales: ArrayLike<number>,
): Float32Array {
  const out = new Float32Array(features.length)
  for (let row = 0; row < features.length; row += means.length)
    for (let n = 0; n < means.length; n++) {
      const value = ((features[row + n] ?? 0) - (means[n] ?? 0)) * (scales[n] ?? 0)
      out[row + n] = value > farOut ? farOut : value < -farOut ? -farOut : value
    }
  return out
}

const farOut = 4
