import type { WebContents } from 'electron'
import { openExternalLink } from './external-links.ts'
import { logUnexpected } from './log-unexpected.ts'

/** Keeps a window on its page: no navigation, no new windows, no embedded pages. */
export function confineNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    // Only a reload keeps the address. It starts the interface anew, which is safe.
    if (event.url !== contents.getURL()) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openExternalLink(url).catch(logUnexpected)
    return { action: 'deny' }
  })
}
