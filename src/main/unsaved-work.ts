import { type BrowserWindow, dialog } from 'electron'

/**
 * Asks before a window is closed whose page holds back its unloading, as it does while labels are not on the disk
 * yet. Without an answer Electron would leave the window open and say nothing.
 */
export function warnOfUnsavedWork(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: 'Winnow',
      message: 'The last labels of this window are not saved yet.',
      detail:
        'Keep the window open until it says “saved”. If you close it now, labels that it says are in a recovery file are offered when the folder is opened next; others are lost. All earlier labels are safe on the disk.',
      buttons: ['Keep Open', 'Close Anyway'],
      defaultId: 0,
      cancelId: 0,
    })
    // Preventing the prevention lets the window close.
    if (answer === 1) event.preventDefault()
  })
}
