/** Second-level names under which countries register others: `com.vn`, `co.uk`, `ac.jp`. */
const sharedNames = new Set('ac co com edu go gob gov gouv info mil ne net nom or org web'.split(' '))

/**
 * The site that a document belongs to: the registrable domain of its URL where that is known, else the folder that its
 * id names, '' for the corpus's own. Of a domain the last two names count, or three where the last but one is one of
 * those that countries share out below their own (`com.vn`, `co.uk`); that errs for rare suffixes only, and then towards
 * a site that is too large.
 */
export function siteOf(document: string, url?: string | null): string {
  const host = url ? hostOf(url) : null
  if (host !== null) return registrableDomain(host)
  const end = document.lastIndexOf('/')
  return end === -1 ? '' : document.slice(0, end)
}

/** The host that a URL names, in lower case; null if it names none. */
function hostOf(url: string): string | null {
  const found = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]+)/i.exec(url)
  return found?.[1]?.toLowerCase().replace(/\.$/, '') ?? null
}

function registrableDomain(host: string): string {
  if (/^\[|^[\d.]+$/.test(host)) return host
  const names = host.split('.')
  const last = names.at(-1) ?? ''
  const three = last.length === 2 && sharedNames.has(names.at(-2) ?? '')
  return names.slice(three ? -3 : -2).join('.')
}
