/** Sentences about repeated lines, their propagation and rules. */
export const viRepetition: Readonly<Record<string, string>> = {}
