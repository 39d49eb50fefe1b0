import { BrowserWindow, type WebContents } from 'electron'
import { appPage } from './app-origin.ts'
import { confineNavigation } from './navigation.ts'
import { warnOfUnsavedWork } from './unsaved-work.ts'
import { windowOptions } from './window-options.ts'

/** The windows of Winnow and the folder each was opened for. */
export class Windows {
  readonly #starts = new Map<WebContents, string | null>()

  /**
   * Opens a window, confined to the interface, and shows it once there is something to see. Resolves when the
   * interface is loaded.
   * @param start id of the folder that it opens at once; null for the one the service names
   */
  async open(start: string | null): Promise<void> {
    const window = new BrowserWindow(windowOptions())
    const contents = window.webContents
    this.#starts.set(contents, start)
    window.once('closed', () => this.#starts.delete(contents))
    window.once('ready-to-show', () => window.show())
    confineNavigation(contents)
    warnOfUnsavedWork(window)
    try {
      await window.loadURL(appPage)
    } catch (error) {
      // Whoever closes a window while it loads has not met an error.
      if (!window.isDestroyed()) throw error
    }
  }

  /** Whether `contents` is shown in one of these windows. */
  owns(contents: WebContents): boolean {
    return this.#starts.has(contents)
  }

  /** The id of the folder that the window of `contents` was opened for; null if for none of its own. */
  startOf(contents: WebContents): string | null {
    return this.#starts.get(contents) ?? null
  }

  /** What is shown in each window. */
  contents(): Iterable<WebContents> {
    return this.#starts.keys()
  }

  /** Brings the window that was opened last to the front. */
  focus(): void {
    const window = BrowserWindow.getAllWindows().at(-1)
    if (window?.isMinimized()) window.restore()
    window?.focus()
  }
}
