import type { SuggestionModel } from './model.ts'
import type { ModelDocument } from './model-document.ts'
import { partCount, suggestPart } from './suggest-part.ts'
import type { Suggestion } from './suggestion.ts'

/** What the model suggests for the document, one a segment, made part by part. */
export function suggestWhole(model: SuggestionModel, document: ModelDocument): (Suggestion | null)[] {
  const suggestions: (Suggestion | null)[] = []
  for (let part = 0; part < partCount(document.segments.length); part++)
    suggestions.push(...suggestPart(model, document, part))
  return suggestions
}
