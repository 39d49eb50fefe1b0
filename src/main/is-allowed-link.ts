/** Where the Help menu's licence entry leads. */
export const licencePage = 'https://opensource.org/license/mit'

const allowedOrigins: readonly string[] = ['https://opensource.org']

/** Whether `url` may be handed to the user's browser: https, and exactly one of the allowed origins. */
export function isAllowedLink(url: string): boolean {
  return URL.canParse(url) && allowedOrigins.includes(new URL(url).origin)
}
