/**
 * A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001): scores of labellings of a chain of
 * positions, each with one of a few classes.
 */
export interface Chain {
  readonly length: number
  readonly classes: number
  /** A score a position and class: `length` × `classes`. */
  readonly unary: Float64Array
  /** A score for each two neighbouring classes and kind of step: kinds × `classes` (from) × `classes` (to). */
  readonly transition: Float64Array
  /** The kind of the step to each position from the one before it. */
  readonly steps: Uint8Array
}

/** How likely each class is at each position, over all labellings. */
export interface Marginals {
  /** `length` × `classes`, each row sums to 1. */
  readonly classes: Float64Array
  /** How often each transition is expected, laid out as {@link Chain.transition}. */
  readonly transitions: Float64Array
  /** The logarithm of the summed weight of all labellings. */
  readonly logSum: number
}

/**
 * Sums over all labellings by forward-backward, scaled at each position so that a long chain does not underflow (Rabiner
 * 1989, V.A). `allowed`, if given, says which classes may stand where (`length` × `classes`, 1 or 0), one at least at
 * each position. Takes time in proportion to `length` × `classes`².
 */
export function marginals(chain: Chain, allowed?: Uint8Array): Marginals {
  const { length, classes, steps } = chain
  const weights = chain.transition.map(Math.exp)
  const { local, logTop } = localWeights(chain, allowed)
  const forward = new Float64Array(length * classes)
  const scales = new Float64Array(length)
  let logSum = logTop
  for (let at = 0; at < length; at++) {
    const row = at * classes
    const kind = (steps[at] ?? 0) * classes * classes
    let scale = 0
    for (let to = 0; to < classes; to++) {
      let reached = at === 0 ? 1 : 0
      for (let from = 0; at > 0 && from < classes; from++)
        reached += (forward[row - classes + from] ?? 0) * (weights[kind + from * classes + to] ?? 0)
      const weight = reached * (local[row + to] ?? 0)
      forward[row + to] = weight
      scale += weight
    }
    scales[at] = scale
    logSum += Math.log(scale)
    for (let to = 0; to < classes; to++) forward[row + to] = (forward[row + to] ?? 0) / scale
  }
  const backward = new Float64Array(length * classes).fill(1, Math.max(0, length - 1) * classes)
  const transitions = new Float64Array(weights.length)
  for (let at = length - 1; at > 0; at--) {
    const row = at * classes
    const kind = (steps[at] ?? 0) * classes * classes
    for (let to = 0; to < classes; to++) {
      const ahead = ((backward[row + to] ?? 0) * (local[row + to] ?? 0)) / (scales[at] ?? 1)
      for (let from = 0; ahead > 0 && from < classes; from++) {
        const pair = kind + from * classes + to
        const weight = ahead * (weights[pair] ?? 0)
        const before = row - classes + from
        backward[before] = (backward[before] ?? 0) + weight
        transitions[pair] = (transitions[pair] ?? 0) + (forward[before] ?? 0) * weight
      }
    }
  }
  return { classes: forward.map((weight, index) => weight * (backward[index] ?? 0)), transitions, logSum }
}

/** The weight of each class by itself, the highest of a position being 1, and the logarithms of what that leaves out. */
function localWeights(chain: Chain, allowed?: Uint8Array): { local: Float64Array; logTop: number } {
  const { length, classes, unary } = chain
  const local = new Float64Array(length * classes)
  let logTop = 0
  for (let row = 0; row < length * classes; row += classes) {
    let top = -Infinity
    for (let at = row; at < row + classes; at++) if (allowed?.[at] !== 0) top = Math.max(top, unary[at] ?? 0)
    for (let at = row; at < row + classes; at++)
      local[at] = allowed?.[at] === 0 ? 0 : Math.exp((unary[at] ?? 0) - top)
    logTop += top
  }
  return { local, logTop }
}

/** The class of each position in the likeliest labelling (Viterbi 1967); of those equally likely, the first classes. */
export function likeliest(chain: Chain): Uint8Array {
  const { length, classes, unary, transition, steps } = chain
  const cameFrom = new Uint8Array(length * classes)
  let scores = unary.slice(0, classes)
  for (let at = 1; at < length; at++) {
    const kind = (steps[at] ?? 0) * classes * classes
    const reached = new Float64Array(classes)
    for (let to = 0; to < classes; to++) {
      let best = -Infinity
      for (let from = 0; from < classes; from++) {
        const score = (scores[from] ?? 0) + (transition[kind + from * classes + to] ?? 0)
        if (score <= best) continue
        best = score
        cameFrom[at * classes + to] = from
      }
      reached[to] = best + (unary[at * classes + to] ?? 0)
    }
    scores = reached
  }
  const path = new Uint8Array(length)
  let last = scores.indexOf(Math.max(...scores))
  for (let at = length - 1; at >= 0; at--) {
    path[at] = last
    last = cameFrom[at * classes + last] ?? 0
  }
  return path
}
