import type { SuggestionModel } from './model.ts'
import type { ModelDocument } from './model-document.ts'
import type { Suggestion } from './suggestion.ts'

/** How many segments of a long document the model is shown at once, and how many on either side of them. */
export const partSize = 4096
const context = 256

/** Into how many parts a document of so many segments is cut. */
export const partCount = (segments: number): number => Math.max(1, Math.ceil(segments / partSize))

/**
 * What the model suggests for part `part` of the document, one a segment of the part. Parts lie at the same places
 * whatever is asked for, so that the suggestions do not depend on what of the document was in sight. A document of up
 * to {@link partSize} segments is one part.
 */
export function suggestPart(
  model: SuggestionModel,
  document: ModelDocument,
  part: number,
): readonly (Suggestion | null)[] {
  const first = part * partSize
  const end = Math.min(first + partSize, document.segments.length)
  const from = Math.max(0, first - context)
  const to = Math.min(end + context, document.segments.length)
  const whole = from === 0 && to === document.segments.length
  const shown = whole
    ? document
    : {
        ...document,
        segments: document.segments.slice(from, to),
        repetition: document.repetition.slice(from, to),
      }
  return model.suggest(shown).slice(first - from, end - from)
}
