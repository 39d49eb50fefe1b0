/** Scores of a chain: one a position and class, and one a pair of neighbouring classes for each kind of step. */
export interface Chain {
  readonly length: number
  readonly classes: number
  /** `length` × `classes`. */
  readonly unary: Float64Array
  /** kinds × `classes` × `classes`: from, to. */
  readonly transition: Float64Array
  /** The kind of the step to each position from the one before it. */
  readonly steps: Uint8Array
}

/** How likely each class is at each position, over all labellings. */
export interface Marginals {
  /** `length` × `classes`, each row sums to 1. */
  readonly classes: Float64Array
  /** Expected count of each transition, as `transition` is laid out. */
  readonly transitions: Float64Array
  /** Log of the sum over all labellings that are allowed. */
  readonly logSum: number
}

/**
 * Forward-backward. `allowed`, if given, says which classes may stand at a position (`length` × `classes`, 1 or 0).
 */
export function marginals(chain: Chain, allowed?: Uint8Array): Marginals {
  const { length: n, classes: k, unary, transition, steps } = chain
  const forward = new Float64Array(n * k)
  const backward = new Float64Array(n * k)
  const transitions = new Float64Array(transition.length)
  const exp = transition.map(Math.exp)
  const out = new Float64Array(n * k)
  const local = new Float64Array(n * k)
  let logSum = 0
  for (let t = 0; t < n; t++) {
    let top = -Infinity
    for (let c = 0; c < k; c++)
      if (!allowed || allowed[t * k + c]) top = Math.max(top, unary[t * k + c] as number)
    for (let c = 0; c < k; c++)
      local[t * k + c] = !allowed || allowed[t * k + c] ? Math.exp((unary[t * k + c] as number) - top) : 0
    logSum += top
  }
  const scale = new Float64Array(n)
  for (let t = 0; t < n; t++) {
    const kind = (steps[t] as number) * k * k
    let sum = 0
    for (let c = 0; c < k; c++) {
      let v = 1
      if (t > 0) {
        v = 0
        for (let p = 0; p < k; p++)
          v += (forward[(t - 1) * k + p] as number) * (exp[kind + p * k + c] as number)
      }
      v *= local[t * k + c] as number
      forward[t * k + c] = v
      sum += v
    }
    scale[t] = sum
    logSum += Math.log(sum)
    for (let c = 0; c < k; c++) forward[t * k + c] = (forward[t * k + c] as number) / sum
  }
  for (let c = 0; c < k; c++) if (n > 0) backward[(n - 1) * k + c] = 1
  for (let t = n - 1; t > 0; t--) {
    const kind = (steps[t] as number) * k * k
    const s = scale[t] as number
    for (let c = 0; c < k; c++) {
      const b = ((backward[t * k + c] as number) * (local[t * k + c] as number)) / s
      if (b === 0) continue
      for (let p = 0; p < k; p++) {
        const w = b * (exp[kind + p * k + c] as number)
        backward[(t - 1) * k + p] = (backward[(t - 1) * k + p] as number) + w
        transitions[kind + p * k + c] =
          (transitions[kind + p * k + c] as number) + (forward[(t - 1) * k + p] as number) * w
      }
    }
  }
  for (let i = 0; i < n * k; i++) out[i] = (forward[i] as number) * (backward[i] as number)
  return { classes: out, transitions, logSum }
}

/** The likeliest labelling (Viterbi): the class of each position. */
export function likeliest(chain: Chain): Uint8Array {
  const { length: n, classes: k, unary, transition, steps } = chain
  const from = new Uint8Array(n * k)
  let scores = new Float64Array(k)
  for (let t = 0; t < n; t++) {
    const kind = (steps[t] as number) * k * k
    const nextScores = new Float64Array(k)
    for (let c = 0; c < k; c++) {
      let best = t === 0 ? 0 : -Infinity
      if (t > 0)
        for (let p = 0; p < k; p++) {
          const v = (scores[p] as number) + (transition[kind + p * k + c] as number)
          if (v > best) {
            best = v
            from[t * k + c] = p
          }
        }
      nextScores[c] = best + (unary[t * k + c] as number)
    }
    scores = nextScores
  }
  const path = new Uint8Array(n)
  let c = scores.indexOf(Math.max(...scores))
  for (let t = n - 1; t >= 0; t--) {
    path[t] = c
    c = from[t * k + c] as number
  }
  return path
}
