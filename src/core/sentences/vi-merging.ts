/** Sentences about merging, and labels that follow renamed dumps. */
export const viMerging: Readonly<Record<string, string>> = {}
