/** Sentences about earlier versions, snapshots and the trash. */
export const viBackups: Readonly<Record<string, string>> = {}
