/** Sentences about reading dumps and datasets of all kinds. */
export const viReaders: Readonly<Record<string, string>> = {}
