import { z } from 'zod'

/** How suggestions are shown in a corpus. */
export const suggestionSettingsSchema = z.object({
  /** Off for labels that no model has influenced. */
  on: z.boolean(),
  /** The confidence from which on a whole document's suggestions are accepted at once. */
  threshold: z.number().min(0.5).max(0.99),
})

export type SuggestionSettings = z.infer<typeof suggestionSettingsSchema>

/**
 * From 70 % to 80 % on a page takes the fewest keys (docs/suggestions.md): a wrong label that was accepted has to be found,
 * and one that was left out mostly goes with the rest.
 */
export const defaultSuggestionSettings: SuggestionSettings = { on: true, threshold: 0.8 }
