/**
 * The Chromium that the tests run in: the one that WINNOW_CHROMIUM names, else one of the system, else one that
 * Playwright has downloaded. Its path and, for people, where it is from; null if there is none.
 */
export function findChromium(): { path: string; from: string } | null
