/** Sentences about listing a corpus, its columns and searching it. */
export const viListing: Readonly<Record<string, string>> = {}
