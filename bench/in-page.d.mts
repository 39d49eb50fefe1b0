/** Runs in the page: from now on `window.keyTimes` holds, in ms, how long each key press took until after its paint. */
export function watchKeys(): Promise<void>
