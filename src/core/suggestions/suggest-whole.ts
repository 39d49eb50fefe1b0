import { documentParts } from './document-parts.ts'
import type { SuggestionModel } from './model.ts'
import type { ModelDocument } from './model-document.ts'
import type { Suggestion } from './suggestion.ts'

/** What the model suggests for the document, one a segment, made part by part as a window asks for them. */
export function suggestWhole(model: SuggestionModel, document: ModelDocument): (Suggestion | null)[] {
  const suggestions: (Suggestion | null)[] = []
  for (const { from, first, end, to } of documentParts(document.segments.length)) {
    const shown = {
      ...document,
      segments: document.segments.slice(from, to),
      repetition: document.repetition.slice(from, to),
    }
    suggestions.push(...model.suggest(shown).slice(first - from, end - from))
  }
  return suggestions
}
