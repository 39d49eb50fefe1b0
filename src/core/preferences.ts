import { z } from 'zod'

/** Colours: as the system has them, or one of Winnow's two themes. */
export const themes = ['system', 'light', 'dark'] as const
/** Language of the interface: the browser's or system's own, or one of the catalogues. */
export const languages = ['system', 'en', 'vi'] as const
/** Which panes of a document are shown. */
export const paneChoices = ['both', 'raw', 'segments'] as const

/** Size of a document's text in CSS pixels: the least, what it is by itself, the most, and one step. */
export const textSizes = { least: 10, normal: 14, most: 32, step: 2 } as const

/** Widths in CSS pixels, and the raw pane's share of both panes in percent: least, by itself, most. */
export const columnLimits = {
  documents: { least: 140, normal: 232, most: 560 },
  inspector: { least: 180, normal: 240, most: 560 },
  raw: { least: 15, normal: 50, most: 85 },
} as const

export type ColumnName = keyof typeof columnLimits

const column = (name: ColumnName) => z.number().min(columnLimits[name].least).max(columnLimits[name].most)

const preferences = {
  theme: z.enum(themes),
  language: z.enum(languages),
  panes: z.enum(paneChoices),
  showDocuments: z.boolean(),
  showInspector: z.boolean(),
  columns: z.object({ documents: column('documents'), inspector: column('inspector'), raw: column('raw') }),
  textSize: z.int().min(textSizes.least).max(textSizes.most),
  /** Whether white space that is easily overlooked is marked. */
  whiteSpace: z.boolean(),
  /** Keys in place of the command table's, by the command's id. A command that is not known any more does no harm. */
  keys: z.record(z.string().max(64), z.array(z.string().min(1).max(40)).max(8)),
}

/** What a user has chosen for themselves, the same in every corpus. */
export const preferencesSchema = z.object(preferences)

/** Some of the preferences: those a user has changed. */
export const preferenceChangeSchema = z.object({
  theme: preferences.theme.exactOptional(),
  language: preferences.language.exactOptional(),
  panes: preferences.panes.exactOptional(),
  showDocuments: preferences.showDocuments.exactOptional(),
  showInspector: preferences.showInspector.exactOptional(),
  columns: preferences.columns.exactOptional(),
  textSize: preferences.textSize.exactOptional(),
  whiteSpace: preferences.whiteSpace.exactOptional(),
  keys: preferences.keys.exactOptional(),
}) satisfies z.ZodType<Partial<Preferences>>

export type Preferences = z.infer<typeof preferencesSchema>

export const defaultPreferences: Preferences = {
  theme: 'system',
  language: 'system',
  panes: 'both',
  showDocuments: true,
  showInspector: true,
  columns: {
    documents: columnLimits.documents.normal,
    inspector: columnLimits.inspector.normal,
    raw: columnLimits.raw.normal,
  },
  textSize: textSizes.normal,
  whiteSpace: false,
  keys: {},
}
