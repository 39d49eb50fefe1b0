import type { Chain } from './crf.ts'
import { evidenceSources } from './evidence-source.ts'
import { type EvidenceWeights, evidenceWeights } from './evidence-weights.ts'

/** The least likely that the prior is taken to hold a label: it may be overruled. */
export const leastPrior = 0.002

/** How much more a label counts that an annotator has given the line already. */
const certain = 50

/**
 * A chain over the lines of a page in which what speaks for each label is summed up, with the same weights for all
 * labels, and in which neighbours like to have the same label.
 * @param prior what is expected of each line: a row of states a line
 * @param evidence as `SiteMemory` tells it
 * @param given one a line: the index of the label that it has already, -1 where it has none
 * @param weights others than those that were fitted are for fitting them
 */
export function labelChain(
  prior: Float64Array,
  evidence: Float64Array,
  states: number,
  given: Int32Array | null,
  weights: EvidenceWeights = evidenceWeights,
): Chain {
  const ofSources = evidenceSources.map((source) => weights.sources[source])
  const unary = new Float64Array(prior.length)
  for (let at = 0; at < prior.length; at++) {
    let sum = weights.prior * Math.log(Math.max(leastPrior, prior[at] ?? 0))
    for (let source = 0; source < ofSources.length; source++)
      sum += (ofSources[source] ?? 0) * (evidence[at * ofSources.length + source] ?? 0)
    unary[at] = sum
  }
  given?.forEach((label, line) => {
    if (label >= 0) unary[line * states + label] = (unary[line * states + label] ?? 0) + certain
  })
  const transition = new Float64Array(states * states)
  for (let state = 0; state < states; state++) transition[state * states + state] = weights.stay
  const length = prior.length / states
  return { length, classes: states, unary, transition, steps: new Uint8Array(length) }
}
