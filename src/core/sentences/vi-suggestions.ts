/** Sentences about suggestions and looking for slips. */
export const viSuggestions: Readonly<Record<string, string>> = {}
