/** The sizes of a network with one hidden layer. */
export interface NetworkSize {
  /** Inputs of each row. */
  readonly inputs: number
  readonly hidden: number
  readonly classes: number
}

/** The weights of a network, as views on one array. */
export interface NetworkWeights {
  /** Of each hidden unit, on the inputs and a constant: hidden × (inputs + 1). */
  readonly hidden: Float64Array
  /** Of each class, on the hidden units: classes × hidden. */
  readonly output: Float64Array
  /** Of each class, on the inputs themselves: classes × inputs. */
  readonly direct: Float64Array
  /** Of each class. */
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

/** Scores each class for each of the rows in `inputs` (rows × inputs). */
export function activate(size: NetworkSize, weights: NetworkWeights, inputs: Float32Array): Activations {
  const rows = inputs.length / size.inputs
  const hidden = new Float64Array(rows * size.hidden)
  const scores = new Float64Array(rows * size.classes)
  for (let row = 0; row < rows; row++) {
    const input = row * size.inputs
    for (let unit = 0; unit < size.hidden; unit++) {
      const first = unit * (size.inputs + 1)
      let sum = weights.hidden[first + size.inputs] ?? 0
      for (let n = 0; n < size.inputs; n++) sum += (weights.hidden[first + n] ?? 0) * (inputs[input + n] ?? 0)
      hidden[row * size.hidden + unit] = Math.tanh(sum)
    }
    for (let name = 0; name < size.classes; name++) {
      let sum = weights.bias[name] ?? 0
      for (let n = 0; n < size.inputs; n++)
        sum += (weights.direct[name * size.inputs + n] ?? 0) * (inputs[input + n] ?? 0)
      for (let unit = 0; unit < size.hidden; unit++)
        sum += (weights.output[name * size.hidden + unit] ?? 0) * (hidden[row * size.hidden + unit] ?? 0)
      scores[row * size.classes + name] = sum
    }
  }
  return { hidden, scores }
}

/** Brings features of rows to a like scale, and cuts off what is far out. */
export function standardise(
  features: Float32Array,
  means: ArrayLike<number>,
  scales: ArrayLike<number>,
): Float32Array {
  const count = means.length
  return features.map((value, index) => {
    const n = index % count
    return Math.max(-farOut, Math.min(farOut, (value - (means[n] ?? 0)) * (scales[n] ?? 0)))
  })
}

const farOut = 4
