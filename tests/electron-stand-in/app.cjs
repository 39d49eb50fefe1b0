const { existsSync, readFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const { BrowserWindow, host } = require('./browser-window.cjs')
const { Chromium } = require('./chromium.cjs')
const { ModelledEmitter } = require('./modelled.cjs')
const { takeInstanceLock } = require('./instance-lock.cjs')

const events = ['ready', 'second-instance', 'window-all-closed', 'before-quit', 'will-quit', 'quit']

class App extends ModelledEmitter {
  isPackaged = false
  #paths = new Map()
  #quitting = false
  #ready
  #started = false

  constructor() {
    super('app', events)
    this.#ready = new Promise((resolve) => this.once('ready', resolve))
  }

  whenReady() {
    return this.#ready
  }

  /** Starts Chromium, once the app's main script has run. */
  async start() {
    if (this.#quitting) return
    this.#started = true
    const { chromium, endpoint } = await Chromium.start(join(this.getPath('userData'), 'chromium'))
    host.chromium = chromium
    host.onAllClosed = () => {
      if (!this.#quitting) this.emit('window-all-closed')
    }
    chromium.on('exit', (how) => {
      console.error(`The stand-in for electron: ${how}`)
      process.exit(1)
    })
    await chromium.send('Target.setDiscoverTargets', { discover: true })
    process.send?.({ kind: 'ready', endpoint, chromium: chromium.pid })
    this.emit('ready')
  }

  /**
   * Closes all windows and ends the app, unless a listener of `before-quit` or `will-quit` prevents it. Chromium ends
   * before `will-quit`, so that afterwards the process ends at once, as Electron's does, whatever is left to do.
   */
  quit() {
    if (this.#quitting || this.emitPreventable('before-quit')) return
    this.#quitting = true
    Promise.all(BrowserWindow.getAllWindows().map((window) => window.closeAndWait()))
      .then(() => host.chromium?.stop())
      .then(() => {
        if (!this.emitPreventable('will-quit')) this.exit(0)
      })
  }

  /** Ends the app at once. */
  exit(code = 0) {
    this.#quitting = true
    this.emit('quit', {}, code)
    Promise.resolve(host.chromium?.stop()).then(() => process.exit(code))
  }

  getAppPath() {
    let folder = dirname(process.argv[1])
    while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
    return folder
  }

  getVersion() {
    return JSON.parse(readFileSync(join(this.getAppPath(), 'package.json'), 'utf8')).version
  }

  getLocale() {
    return 'en-US'
  }

  getPath(name) {
    if (!this.#paths.has(name))
      throw new Error(`The stand-in for electron knows no path of '${name}' before it is set.`)
    return this.#paths.get(name)
  }

  setPath(name, path) {
    if (this.#started) throw new Error('The stand-in for electron takes paths before it is ready only.')
    if (!existsSync(path)) throw new Error(`Path to '${path}' does not exist.`)
    this.#paths.set(name, path)
  }

  // Chromium runs with its own sandbox, except as root.
  enableSandbox() {}

  requestSingleInstanceLock(told) {
    return takeInstanceLock(this.getPath('userData'), told, (argv, cwd, other) =>
      this.emit('second-instance', {}, argv, cwd, other),
    )
  }
}

module.exports = { app: new App() }
