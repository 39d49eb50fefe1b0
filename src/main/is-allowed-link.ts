/** Where the Help menu's licence entry leads. */
export const licencePage = 'https://opensource.org/license/mit'

const allowedOrigins: readonly string[] = ['https://opensource.org']

/** Whether `url` may be handed to the user's browser: https, and exactly one of the allowed origins. */
export function isAllowedLink(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, origin } = new URL(url)
  // The origin of a blob: address is that of the page which made it.
  return protocol === 'https:' && allowedOrigins.includes(origin)
}
