import openInDefaultBrowser from 'open'
import { findBrowser } from './find-browser.ts'
import { hasDisplay } from './has-display.ts'
import { sandboxArguments } from './sandbox-arguments.ts'
import { startDetached } from './start-detached.ts'

/**
 * Opens `url` in an app window of an installed browser, which looks like a program's own, else in the default
 * browser. Returns null, or in a few words why nothing was opened.
 */
export async function openWindow(url: string): Promise<string | null> {
  if (!hasDisplay()) return 'there is no display'
  const browser = findBrowser()
  if (browser !== null && (await startDetached(browser, [`--app=${url}`, ...sandboxArguments()]))) return null
  try {
    await openInDefaultBrowser(url)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
