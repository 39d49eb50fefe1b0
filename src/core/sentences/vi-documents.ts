/** Sentences about documents, their dumps and labels, the disk, and what is asked of the service in general. */
export const viDocuments: Readonly<Record<string, string>> = {}
