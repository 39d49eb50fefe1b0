import { z } from 'zod'
import { labelSetSchema, simpleLabelSet } from './label-set.ts'
import { defaultReading, readingChoiceSchema } from './reading-choice.ts'
import { segmentationRules } from './segmentation/rules.ts'
import {
  defaultSuggestionSettings,
  savedSuggestionSettingsSchema,
} from './suggestions/suggestion-settings.ts'

export const projectFileVersion = 1

/** What `winnow/project.json` holds: what all annotators of a corpus share. */
export const projectFileSchema = z.object({
  format: z.literal('winnow-project'),
  version: z.literal(projectFileVersion),
  labelSet: labelSetSchema,
  /** How documents are cut that nobody has labelled yet. */
  segmentation: z.enum(segmentationRules),
  suggestions: savedSuggestionSettingsSchema.default(defaultSuggestionSettings),
  /** How dumps are read. */
  readers: readingChoiceSchema.default(defaultReading),
})

export type ProjectFile = z.infer<typeof projectFileSchema>

/** What a corpus starts with that nobody has set up. */
export const defaultProject: ProjectFile = {
  format: 'winnow-project',
  version: projectFileVersion,
  labelSet: simpleLabelSet,
  segmentation: 'line',
  suggestions: defaultSuggestionSettings,
  readers: defaultReading,
}
