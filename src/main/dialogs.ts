import { BrowserWindow, dialog } from 'electron'
import { texts } from './shell-texts.ts'

/** Asks for a folder with the system's dialog: an absolute path, or null if the user chose nothing. */
export async function chooseFolder(): Promise<string | null> {
  const options = { title: texts().chooseFolder, properties: ['openDirectory' as const] }
  const window = BrowserWindow.getFocusedWindow()
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return canceled ? null : (filePaths[0] ?? null)
}

/** Asks for a file with labels, or a folder of them, with the system's dialog; null if the user chose nothing. */
export async function chooseImportPath(kind: 'file' | 'folder'): Promise<string | null> {
  const property = kind === 'file' ? ('openFile' as const) : ('openDirectory' as const)
  const options = { title: texts().chooseImport, properties: [property] }
  const window = BrowserWindow.getFocusedWindow()
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return canceled ? null : (filePaths[0] ?? null)
}

/** Asks where to save with the system's dialog, which asks before it replaces a file; null if the user chose nothing. */
export async function chooseExportPath(suggested: string): Promise<string | null> {
  const options = {
    title: texts().chooseExport,
    defaultPath: suggested,
    properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
  }
  const window = BrowserWindow.getFocusedWindow()
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  return canceled || filePath === '' ? null : filePath
}
