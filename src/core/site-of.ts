import { getDomain, parse } from 'tldts'

/** Blogs and pages below a host's own name (`someone.github.io`) are each a site. */
const options = { allowPrivateDomains: true }

/**
 * The site that a document belongs to: the registrable domain of its URL where that is known (by the Public Suffix
 * List); else that of the folder in its id that is named as a host, as mirrors of sites lie; else its folder, '' for
 * the corpus's own.
 */
export function siteOf(document: string, url?: string | null): string {
  const host = url ? hostOf(url) : null
  if (host !== null) return getDomain(host, options) ?? host
  const folders = document.split('/').slice(0, -1)
  for (const folder of folders) {
    // Most are named as no host could be, and there may be a million of them.
    if (!folder.includes('.')) continue
    const { isIcann, isPrivate, domain } = parse(folder, { ...options, extractHostname: false })
    if ((isIcann || isPrivate) && domain !== null) return domain
  }
  return folders.join('/')
}

/** The host that a URL names, in lower case; null if it names none. */
function hostOf(url: string): string | null {
  const found = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]+)/i.exec(url)
  return found?.[1]?.toLowerCase().replace(/\.$/, '') ?? null
}
