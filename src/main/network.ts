import type { Session } from 'electron'
import { isOwnAddress } from './is-own-address.ts'

/**
 * Keeps the pages of `session`, and Chromium for them, off every network: what they load are files of Winnow's own, and
 * all else is cancelled before a name is looked up. Resolves once that is so.
 */
export async function stayOffNetwork(session: Session): Promise<void> {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwnAddress(url) }))
  // Chromium would fetch dictionaries, and ask the network for a proxy.
  session.setSpellCheckerEnabled(false)
  await session.setProxy({ mode: 'direct' })
}
