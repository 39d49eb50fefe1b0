/** Sentences about work lists. */
export const viWorkLists: Readonly<Record<string, string>> = {}
