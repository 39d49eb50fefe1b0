import type { LabelSet } from '../label-set.ts'
import type { SuggestionModel } from './model.ts'
import { readPrior } from './prior/built-in-network.ts'
import { priorReason } from './prior/prior-reason.ts'
import { classLabels, priorClasses } from './prior-class.ts'

/** The model that knows no labels yet, only what pages look like. The same for all corpora. */
export function priorModel(labelSet: LabelSet): SuggestionModel {
  const labels = classLabels(labelSet)
  return {
    suggest(document) {
      const reading = readPrior(document)
      return document.segments.map((_, segment) => {
        const label = labels[priorClasses[reading.classes[segment] ?? 0] ?? 'boilerplate']
        if (label === null) return null
        // Classes that share a label speak for it together.
        const confidence = priorClasses.reduce((sum, name, index) => {
          const likely = reading.likely[segment * priorClasses.length + index] ?? 0
          return labels[name] === label ? sum + likely : sum
        }, 0)
        return { label, confidence: Math.min(1, confidence), reason: priorReason(reading, segment) }
      })
    },
  }
}
