/** Sentences about exporting, splits and what is checked. */
export const viExport: Readonly<Record<string, string>> = {}
