/** Sentences about importing labels. */
export const viImport: Readonly<Record<string, string>> = {}
