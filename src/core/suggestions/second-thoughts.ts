import type { LabelSet } from '../label-set.ts'
import type { SuggestionModel } from './model.ts'
import type { LabelledModelDocument } from './model-document.ts'
import { seededOrder } from './next-order.ts'
import { repetitionKey } from './normalise-line.ts'
import type { Suggestion } from './suggestion.ts'

/** A label that a model finds unlikely which has not seen the document. */
export interface Doubt {
  readonly document: string
  /** Index of the segment. */
  readonly segment: number
  /** The label it has. */
  readonly label: string
  /** What the model would have said. */
  readonly suggestion: Suggestion
}

/** How sure the model must be of another label than the one that stands. */
const sureEnough = 0.8

/** Into how many parts the documents go; the labels of each are judged by what the others teach. */
const foldCount = 5

/**
 * Judges the labels of `documents`, each by a model that has learned from the other folds of documents only, so that
 * no slip speaks for itself (cross-fitting, as in Northcutt, Jiang and Chuang, “Confident Learning”, 2021). Where
 * documents are few, every one is a fold of its own.
 * @param learn makes the model; `learnModel`, or a learner that remembers what it has read
 * @yields the doubts of one document after the other, empty where there are none, so that the work can be shown and
 * ended; in the order of the folds, not of `documents`
 */
export function* doubts(
  labelSet: LabelSet,
  documents: readonly LabelledModelDocument[],
  learn: (labelSet: LabelSet, labelled: readonly LabelledModelDocument[]) => SuggestionModel,
): Generator<{ readonly document: string; readonly doubts: readonly Doubt[] }> {
  const places = new Map(seededOrder(documents.map(({ id }) => id)).map((id, at) => [id, at]))
  const foldOf = ({ id }: LabelledModelDocument): number => (places.get(id) ?? 0) % foldCount
  for (let fold = 0; fold < foldCount; fold++) {
    const judged = documents.filter((document) => foldOf(document) === fold)
    if (judged.length === 0) continue
    const model = learn(
      labelSet,
      documents.filter((document) => foldOf(document) !== fold),
    )
    for (const document of judged) yield { document: document.id, doubts: doubtsOf(model, document) }
  }
}

function doubtsOf(model: SuggestionModel, document: LabelledModelDocument): Doubt[] {
  const found: Doubt[] = []
  // What the model is shown has no labels, so that it cannot take them for given.
  const { id, site, text, segments, repetition } = document
  model.suggest({ id, site, text, segments, repetition }).forEach((suggestion, segment) => {
    const label = document.labels[segment]
    if (!suggestion || label === null || label === undefined || suggestion.label === label) return
    if (suggestion.confidence >= sureEnough) found.push({ document: id, segment, label, suggestion })
  })
  return found
}

/**
 * Doubts in the order to look at them: the likeliest slips first, and repeats of one line that were labelled alike one
 * after the other, where the likeliest of them stands.
 * @param lineOf the text of a doubt's segment
 */
export function sortDoubts(all: readonly Doubt[], lineOf: (doubt: Doubt) => string): Doubt[] {
  const groups = new Map<string, Doubt[]>()
  for (const doubt of all) {
    const key = [repetitionKey(lineOf(doubt)), doubt.label, doubt.suggestion.label].join('\n')
    const group = groups.get(key)
    if (group) group.push(doubt)
    else groups.set(key, [doubt])
  }
  const surest = (group: readonly Doubt[]): number =>
    Math.max(...group.map(({ suggestion }) => suggestion.confidence))
  return [...groups.values()]
    .map((group) => ({ group, rank: surest(group) }))
    .sort((a, b) => b.rank - a.rank)
    .flatMap(({ group }) => group.toSorted((a, b) => b.suggestion.confidence - a.suggestion.confidence))
}
