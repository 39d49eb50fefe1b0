import { z } from 'zod'
import { modelNameSchema } from './named-suggestions-file.ts'

/** How suggestions are shown in a corpus. */
export const suggestionSettingsSchema = z.object({
  /** Off for labels that no model has influenced. */
  on: z.boolean(),
  /** The confidence from which on a whole document's suggestions are accepted at once. */
  threshold: z.number().min(0.5).max(0.99),
  /** The model whose suggestions were taken in and are shown; null: those of Winnow's own. */
  source: modelNameSchema.nullable(),
})

export type SuggestionSettings = z.infer<typeof suggestionSettingsSchema>

/**
 * From 70 % to 80 % on a page takes the fewest keys (docs/suggestions.md): a wrong label that was accepted has to be found,
 * and one that was left out mostly goes with the rest.
 */
export const defaultSuggestionSettings: SuggestionSettings = { on: true, threshold: 0.8, source: null }

/** As a project file has them, which may be from before there was a choice of models. */
export const savedSuggestionSettingsSchema = suggestionSettingsSchema.extend({
  source: suggestionSettingsSchema.shape.source.default(null),
})
