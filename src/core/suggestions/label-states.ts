import type { LabelSet } from '../label-set.ts'
import { classLabels, type PriorClass, priorClasses } from './prior-class.ts'
import type { ReadPage } from './read-page.ts'

/**
 * What a line can be, for a label set: each of its labels, and `null` where the set has no label for what the prior
 * thinks some lines are.
 */
export type LabelStates = readonly (string | null)[]

export function labelStates(set: LabelSet): LabelStates {
  const names = set.labels.map(({ name }) => name)
  const fitting = classLabels(set)
  return priorClasses.every((name) => fitting[name] !== null) ? names : [...names, null]
}

/** How sure one has to be that labels of a class are as the prior would have them, in lines. */
const trust = 5

/**
 * How lines of each class of the prior are labelled: class × state, each row sums to 1. A label that fits no class has
 * what the labelled lines say; until there are any, a class is the label that fits it.
 * @param counts class × state: how many labelled lines have each label, by what the prior took them for
 */
export function statesOfClasses(set: LabelSet, states: LabelStates, counts: Float64Array): Float64Array {
  const fitting = classLabels(set)
  const ofClasses = new Set<string | null>(Object.values(fitting))
  const shares = new Float64Array(priorClasses.length * states.length)
  priorClasses.forEach((name: PriorClass, row) => {
    const at = row * states.length
    let lines = trust
    for (let n = 0; n < states.length; n++) lines += counts[at + n] ?? 0
    let rest = 1
    states.forEach((state, n) => {
      if (ofClasses.has(state)) return
      const share = (counts[at + n] ?? 0) / lines
      shares[at + n] = share
      rest -= share
    })
    const fits = states.indexOf(fitting[name])
    shares[at + fits] = (shares[at + fits] ?? 0) + rest
  })
  return shares
}

/** Class × state: how many labelled lines have each label, by what the prior took them for. */
export function countClasses(
  pages: readonly { readonly page: ReadPage; readonly labels: Int32Array }[],
  states: number,
): Float64Array {
  const rows = priorClasses.length
  const counts = new Float64Array(rows * states)
  for (const { page, labels } of pages)
    labels.forEach((label, line) => {
      if (label < 0) return
      for (let row = 0; row < rows; row++) {
        const at = row * states + label
        counts[at] = (counts[at] ?? 0) + (page.classes[line * rows + row] ?? 0)
      }
    })
  return counts
}

/** What is expected of each line: a row of states a line, from a row of classes a line. */
export function expectedStates(classes: Float64Array, shares: Float64Array, states: number): Float64Array {
  const rows = priorClasses.length
  const expected = new Float64Array((classes.length / rows) * states)
  for (let at = 0; at < classes.length; at++) {
    const likely = classes[at] ?? 0
    const line = Math.floor(at / rows)
    const row = at % rows
    for (let n = 0; n < states; n++)
      expected[line * states + n] =
        (expected[line * states + n] ?? 0) + likely * (shares[row * states + n] ?? 0)
  }
  return expected
}
