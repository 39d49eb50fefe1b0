const { modelled } = require('./modelled.cjs')

const handlers = new Map()

/** The answer of the app's handler to `ipcRenderer.invoke(channel, …args)`, in Electron's words where there is none. */
async function handleInvoke(event, channel, args) {
  try {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return { ok: true, value: await handler(event, ...args) }
  } catch (error) {
    return { ok: false, value: `Error invoking remote method '${channel}': ${error}` }
  }
}

const ipcMain = modelled('ipcMain', {
  handle(channel, handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  removeHandler(channel) {
    handlers.delete(channel)
  },
})

module.exports = { handleInvoke, ipcMain }
