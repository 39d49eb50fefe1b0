// The module `electron` of the main process. Named one by one, so that named imports find them.
const { runInThisContext } = require('node:vm')
const { app } = require('./app.cjs')
const { BrowserWindow } = require('./browser-window.cjs')
const desktop = require('./desktop.cjs')
const { ipcMain } = require('./ipc-main.cjs')
const { protocol } = require('./protocol.cjs')
const { session } = require('./session.cjs')

exports.app = app
exports.BrowserWindow = BrowserWindow
exports.dialog = desktop.dialog
exports.ipcMain = ipcMain
exports.Menu = desktop.Menu
exports.nativeTheme = desktop.nativeTheme
exports.protocol = protocol
exports.session = session
exports.shell = desktop.shell

const electron = { ...exports }

// The test runs functions in here, as with `evaluate` of Playwright's ElectronApplication.
process.on('message', async ({ id, source, argument }) => {
  try {
    const run = runInThisContext(`(${source})`)
    process.send({ kind: 'answer', id, value: await run(electron, argument) })
  } catch (error) {
    process.send({ kind: 'answer', id, error: String(error) })
  }
})
// The test is gone.
process.on('disconnect', () => app.exit(1))
process.on('SIGTERM', () => app.quit())
process.on('SIGINT', () => app.quit())

// The main script runs in one go right after this file; then the app gets ready.
setImmediate(() => {
  app.start().catch((error) => {
    console.error(error)
    process.exit(1)
  })
})
