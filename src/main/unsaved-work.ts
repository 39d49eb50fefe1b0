import { type BrowserWindow, dialog } from 'electron'
import { texts } from './shell-texts.ts'

/**
 * Asks before a window is closed whose page holds back its unloading, as it does while labels are not on the disk
 * yet. Without an answer Electron would leave the window open and say nothing.
 */
export function warnOfUnsavedWork(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const said = texts()
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: 'Winnow',
      message: said.unsaved,
      detail: said.unsavedDetail,
      buttons: [said.keepOpen, said.closeAnyway],
      defaultId: 0,
      cancelId: 0,
    })
    // Preventing the prevention lets the window close.
    if (answer === 1) event.preventDefault()
  })
}
