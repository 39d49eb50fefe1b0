import type { LabelSet } from '../label-set.ts'
import { createLearner } from './learner.ts'
import type { SuggestionModel } from './model.ts'
import type { LabelledModelDocument } from './model-document.ts'

/** The model that has learned from `labelled`; the prior where that is empty. The same input gives the same model. */
export function learnModel(labelSet: LabelSet, labelled: readonly LabelledModelDocument[]): SuggestionModel {
  return createLearner().learn(labelSet, labelled)
}
