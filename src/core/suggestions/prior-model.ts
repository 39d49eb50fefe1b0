import type { LabelSet } from '../label-set.ts'
import type { SuggestionModel } from './model.ts'
import type { ModelDocument } from './model-document.ts'
import { readPrior } from './prior/built-in-network.ts'
import { priorReason } from './prior/prior-reason.ts'
import { genres, type PriorReading } from './prior/read-prior.ts'
import { type ClassLabels, classLabels, priorClasses } from './prior-class.ts'
import type { Suggestion } from './suggestion.ts'

/** Tells what a network makes of a document, by the genre that it is taken for. */
export type PriorReader = (document: ModelDocument) => (genre: number) => PriorReading

/**
 * The model that knows no labels yet, only what pages look like. The same for all corpora.
 * @param read another network than the built-in one is for measuring
 */
export function priorModel(labelSet: LabelSet, read: PriorReader = readPrior): SuggestionModel {
  const labels = classLabels(labelSet)
  return { suggest: (document) => priorSuggestions(labels, read(document)(genres.unknown)) }
}

/** What the network suggests by itself, one a segment. */
export function priorSuggestions(labels: ClassLabels, reading: PriorReading): (Suggestion | null)[] {
  return Array.from(reading.classes, (likeliest, segment) => {
    const label = labels[priorClasses[likeliest] ?? 'boilerplate']
    if (label === null) return null
    // Classes that share a label speak for it together.
    const confidence = priorClasses.reduce((sum, name, index) => {
      const likely = reading.likely[segment * priorClasses.length + index] ?? 0
      return labels[name] === label ? sum + likely : sum
    }, 0)
    return { label, confidence: Math.min(1, confidence), reason: priorReason(reading, segment) }
  })
}
