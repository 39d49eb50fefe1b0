import { fileURLToPath } from 'node:url'
import { type BrowserWindowConstructorOptions, nativeTheme } from 'electron'

const preload = fileURLToPath(new URL('../preload/index.cjs', import.meta.url))

/** How every window is made. What keeps the page from the system is named, whatever Electron's defaults become. */
export function windowOptions(): BrowserWindowConstructorOptions {
  return {
    title: 'Winnow',
    width: 1440,
    height: 900,
    minWidth: 640,
    minHeight: 480,
    show: false,
    // What is seen before the first paint, close to the interface's own, so that nothing flashes.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181c' : '#ffffff',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  }
}
