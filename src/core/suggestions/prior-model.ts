import type { LabelSet } from '../label-set.ts'
import type { SuggestionModel } from './model.ts'
import { classLabels } from './prior-class.ts'

const sentence = /[.!?…。！？।؟]["'”’»)\]]*$/u

/** The model that knows no labels yet, only what pages look like. */
export function priorModel(labelSet: LabelSet): SuggestionModel {
  const labels = classLabels(labelSet)
  return {
    suggest: (document) =>
      document.segments.map(({ start, end }) => {
        const line = document.text.slice(start, end)
        const isBody = line.length >= 60 && sentence.test(line)
        const label = isBody ? labels.body : labels.boilerplate
        if (label === null) return null
        return { label, confidence: isBody ? 0.8 : 0.95, reason: isBody ? 'sentence' : 'short' }
      }),
  }
}
