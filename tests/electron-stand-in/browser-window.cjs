const { modelled, ModelledEmitter, notModelled, onlyKnown } = require('./modelled.cjs')
const { WebContents } = require('./web-contents.cjs')

const windows = new Set()
const knownOptions = [
  'title',
  'width',
  'height',
  'minWidth',
  'minHeight',
  'show',
  'backgroundColor',
  'webPreferences',
]
/** What the stand-in models of the preferences that keep a page from the system: the safe value, which must be named. */
const safePreferences = {
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
}

class Window extends ModelledEmitter {
  #started
  #destroyed = false

  constructor(options) {
    super('BrowserWindow', ['ready-to-show', 'closed'])
    if (!host.chromium) throw new Error('Cannot create BrowserWindow before app is ready')
    onlyKnown('BrowserWindow options', options, knownOptions)
    onlyKnown('webPreferences', options.webPreferences, [
      'preload',
      'spellcheck',
      ...Object.keys(safePreferences),
    ])
    for (const [name, safe] of Object.entries(safePreferences))
      if (options.webPreferences[name] !== safe)
        throw notModelled(`webPreferences.${name} other than ${safe}`)
    this.webContents = new WebContents(host.chromium)
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    this.webContents.once('destroyed', () => {
      this.#destroyed = true
      windows.delete(this)
      this.emit('closed')
      if (windows.size === 0) host.onAllClosed()
    })
    this.#started = this.webContents.start(options, options.webPreferences.preload)
    windows.add(this)
  }

  async loadURL(url) {
    await this.#started
    await this.webContents.load(url)
  }

  close() {
    this.closeAndWait().catch((error) => console.error(error))
  }

  /** Resolves when the window is gone. */
  async closeAndWait() {
    await this.#started
    if (this.#destroyed) return
    const closed = new Promise((resolve) => this.once('closed', resolve))
    this.webContents.close()
    await closed
  }

  isDestroyed() {
    return this.#destroyed
  }

  // Chromium has no screen here.
  show() {}
  focus() {}
  isMinimized() {
    return false
  }

  static getAllWindows() {
    return [...windows]
  }

  static getFocusedWindow() {
    return [...windows].at(-1) ?? null
  }
}

/** What the app hands over when it is ready. */
const host = { chromium: null, onAllClosed: () => {} }

module.exports = { BrowserWindow: modelled('BrowserWindow', Window), host }
