import { priorClasses } from '../../src/core/suggestions/prior-class.ts'
import type { GoldDocument, GoldSet } from './gold.ts'
import { priorExamples } from './prior-example.ts'
import { type TrainedNetwork, type Training, trainNetwork } from './train-network.ts'

/** Chosen by cross-validation by site. */
export const priorTraining: Training = {
  hidden: 24,
  classes: priorClasses.length,
  epochs: 24,
  rate: 0.005,
  decay: 0.01,
  batch: 8,
  members: 2,
}

/** How much a page of each set counts: the prior is for news first. */
const weights = { fundus: 1, wcxb: 0.15 } as const

/** Of the larger set every second page is enough. */
const wcxbStep = 2

/** Trains the prior on documents of both sets. */
export function trainPrior(
  gold: Readonly<Record<GoldSet, readonly GoldDocument[]>>,
  training: Training,
): TrainedNetwork {
  const guides = gold.wcxb.filter((_, index) => index % wcxbStep === 0)
  return trainNetwork(
    [...priorExamples(gold.fundus, 'fundus', weights.fundus), ...priorExamples(guides, 'wcxb', weights.wcxb)],
    training,
  )
}
