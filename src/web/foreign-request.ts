/** What of a request tells which page sent it. */
export interface Sender {
  readonly method: string
  readonly path: string
  readonly host: string
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
}

/**
 * True if a page that is not Winnow's own may have sent the request. `SameSite` does not tell two ports of one
 * machine apart, so each other server on it would pass for Winnow if only the cookie were asked for.
 */
export function isForeign({ method, path, host, origin, fetchSite }: Sender): boolean {
  const isOwn = origin === `http://${host}`
  if (method === 'POST') return !isOwn || (fetchSite !== undefined && fetchSite !== 'same-origin')
  // Browsers that do not say `Sec-Fetch-Site` yet say this where a script asks, as for a stream of events.
  if (origin !== undefined && !isOwn) return true
  // The address of the page itself is opened from anywhere: a terminal, a mail, a bookmark.
  if (path === '/') return false
  return fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none'
}
