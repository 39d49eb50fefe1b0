/** Sentences about label sets and guidelines. */
export const viLabelSets: Readonly<Record<string, string>> = {}
