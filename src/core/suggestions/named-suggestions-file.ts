import { z } from 'zod'
import { givenNameSchema } from '../given-name.ts'
import type { PlacedLabel } from '../import/placed-label.ts'
import { type DumpFacts, labelsFileSchema } from '../labels-file.ts'
import { fromUtf16, toUtf16 } from '../offsets.ts'

export const namedSuggestionsFileVersion = 1

/** The name of a model whose suggestions were taken in; also that of the folder they are in. */
export const modelNameSchema = givenNameSchema

/** What `winnow/suggestions/<model>/…` holds of one document: what another program thinks its segments are. */
export const namedSuggestionsFileSchema = z.object({
  format: z.literal('winnow-suggestions'),
  version: z.literal(namedSuggestionsFileVersion),
  document: z.string().min(1),
  model: modelNameSchema,
  dump: labelsFileSchema.shape.dump,
  /** In the order of the text, without overlap. */
  offsets: z.literal('codepoint'),
  segments: z.array(
    z.object({
      start: z.int().nonnegative(),
      end: z.int().positive(),
      label: z.string().min(1).max(64),
      /** From 0 to 1; null where the model gave none. */
      confidence: z.number().min(0).max(1).nullable(),
    }),
  ),
})

export type NamedSuggestionsFile = z.infer<typeof namedSuggestionsFileSchema>

/** What a model said of a run `[start, end)` of the dump's text, in UTF-16 code units. */
export interface NamedSuggestion {
  readonly start: number
  readonly end: number
  readonly label: string
  /** 1 where the model gave none. */
  readonly confidence: number
}

/** The file for what is placed in `text`; what is only cut and has no label is left out. */
export function toNamedSuggestionsFile(
  text: string,
  labels: readonly PlacedLabel[],
  facts: { readonly document: string; readonly model: string; readonly dump: DumpFacts },
): NamedSuggestionsFile {
  const offsets = fromUtf16(
    text,
    labels.flatMap(({ start, end }) => [start, end]),
    'codepoint',
  )
  const segments = labels.flatMap(({ label, confidence }, index) =>
    label === null
      ? []
      : [
          {
            start: offsets[2 * index] ?? 0,
            end: offsets[2 * index + 1] ?? 0,
            label,
            confidence: confidence ?? null,
          },
        ],
  )
  return {
    format: 'winnow-suggestions',
    version: namedSuggestionsFileVersion,
    ...facts,
    offsets: 'codepoint',
    segments,
  }
}

/** The suggestions of a file for `text`, that of its dump. @throws RangeError if they do not lie in it */
export function fromNamedSuggestionsFile(text: string, file: NamedSuggestionsFile): NamedSuggestion[] {
  const bounds = toUtf16(
    text,
    file.segments.flatMap(({ start, end }) => [start, end]),
    file.offsets,
  )
  return file.segments.map(({ label, confidence }, index) => ({
    start: bounds[2 * index] ?? 0,
    end: bounds[2 * index + 1] ?? 0,
    label,
    confidence: confidence ?? 1,
  }))
}
