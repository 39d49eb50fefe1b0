/** How much of a page is looked at, in bytes: four times what the HTML Standard asks browsers to, since pages are careless. */
export const charsetSearchLength = 4096

/**
 * The encoding that a page declares for itself, as it is written there, or null. `head` is the beginning of the page
 * with a character for each byte. Known are `<meta charset>`, `<meta http-equiv>` and what XML begins with.
 */
export function declaredCharset(head: string): string | null {
  const plain = head.slice(0, charsetSearchLength).replace(/<!--[\s\S]*?-->/g, '')
  const xml = /^\s*<\?xml[^>]{1,200}?encoding\s*=\s*["']\s*([^"'\s]+)/i.exec(plain)
  if (xml?.[1]) return xml[1]
  for (const [tag] of plain.matchAll(/<meta[\s/][^>]*/gi)) {
    const found = charsetOf(tag)
    if (found !== null) return found
  }
  return null
}

/** What stands after `charset=` in a tag or in the `Content-Type` of a reply, or null. */
export function charsetOf(written: string): string | null {
  const found = /charset\s*=\s*["']?\s*([^"'\s;/>]+)/i.exec(written)
  return found?.[1] ?? null
}
