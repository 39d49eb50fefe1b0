/** For how long something that can wait does so at most, in ms. */
const longestWait = 500

/** Resolves once the window has nothing better to do. */
export const onceIdle = (): Promise<void> =>
  new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: longestWait }))
