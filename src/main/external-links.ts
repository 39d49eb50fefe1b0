import { shell } from 'electron'
import { isAllowedLink } from './is-allowed-link.ts'

/** Opens `url` in the user's browser if the allow-list names its origin; tells whether it did. */
export async function openExternalLink(url: string): Promise<boolean> {
  if (!isAllowedLink(url)) return false
  await shell.openExternal(url)
  return true
}
