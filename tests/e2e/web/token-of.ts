import type { BrowserContext } from '@playwright/test'

/** The token that a browser was handed, which only the browser itself can read. */
export async function tokenOf(context: BrowserContext): Promise<string> {
  const cookie = (await context.cookies()).find(({ name }) => name.startsWith('winnow-'))
  if (!cookie) throw new Error('This browser was handed no token.')
  return cookie.value
}
