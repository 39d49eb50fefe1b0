/** True if `error` says that work was called off. */
export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'
