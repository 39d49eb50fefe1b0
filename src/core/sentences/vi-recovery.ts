/** Sentences about recovery files and locks. */
export const viRecovery: Readonly<Record<string, string>> = {}
