/** The formats in which datasets go out. */
export const exportFormats = ['jsonl', 'text'] as const

export type ExportFormat = (typeof exportFormats)[number]
