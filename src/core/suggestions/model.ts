import type { ModelDocument } from './model-document.ts'
import type { Suggestion } from './suggestion.ts'

/** Suggests labels for the segments of a document. */
export interface SuggestionModel {
  /** One suggestion a segment, in order; null where the label set has no label for what the model thinks it is. */
  suggest(document: ModelDocument): readonly (Suggestion | null)[]
}
