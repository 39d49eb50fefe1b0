const { spawn } = require('node:child_process')
const { EventEmitter } = require('node:events')

// Quiet, at full speed behind other windows, and listening: on a pipe for the stand-in, on a port for the test.
const switches = `
  --headless=new --no-startup-window --lang=en-US --no-first-run --no-default-browser-check
  --disable-background-networking --disable-component-update --disable-sync --password-store=basic --use-mock-keychain
  --disable-features=HttpsUpgrades,HttpsFirstBalancedMode
  --disable-background-timer-throttling --disable-backgrounding-occluded-windows --disable-renderer-backgrounding
  --remote-debugging-pipe --remote-debugging-port=0`
  .trim()
  .split(/\s+/)

/** Chromium as the windows of the app, spoken to over a pipe; a port is open beside it for the test. */
class Chromium extends EventEmitter {
  #child
  #lastId = 0
  #waiting = new Map()
  #exited

  /** Starts the browser that WINNOW_CHROMIUM names. Resolves to it and the address for the test. */
  static async start(profile) {
    const chromium = new Chromium()
    return { chromium, endpoint: await chromium.#start(profile) }
  }

  #start(profile) {
    const executable = process.env.WINNOW_CHROMIUM
    if (!executable) throw new Error('The stand-in needs WINNOW_CHROMIUM, the path of a Chromium.')
    const root = process.platform === 'linux' && process.getuid() === 0
    // A process group of its own, so that all of it can be ended at once; standard error, then the pipe in and out.
    this.#child = spawn(
      executable,
      [...switches, `--user-data-dir=${profile}`, ...(root ? ['--no-sandbox'] : [])],
      {
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      },
    )
    this.#exited = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.stdio[3].on('error', () => {}) // The pipe breaks when Chromium ends; 'exit' tells.
    this.#listen(this.#child.stdio[4])
    return new Promise((resolve, reject) => {
      let said = ''
      this.#child.stderr.on('data', (chunk) => {
        said += chunk
        const endpoint = /DevTools listening on (ws:\S+)\s/.exec(said)
        if (endpoint) resolve(endpoint[1])
        said = said.slice(-4000)
      })
      setTimeout(
        () => reject(new Error(`Chromium is not ready after 20 s. It says:\n${said}`)),
        20_000,
      ).unref()
      this.#child.once('error', reject)
      this.#child.once('exit', (code, signal) => {
        const how = `Chromium ended with ${signal ?? code}:\n${said}`
        reject(new Error(how))
        this.emit('exit', how)
      })
    })
  }

  /** The id of the browser's process and process group. */
  get pid() {
    return this.#child.pid
  }

  #listen(pipe) {
    let rest = []
    pipe.on('data', (chunk) => {
      for (;;) {
        const end = chunk.indexOf(0)
        if (end < 0) break
        rest.push(chunk.subarray(0, end))
        this.#receive(JSON.parse(Buffer.concat(rest).toString()))
        rest = []
        chunk = chunk.subarray(end + 1)
      }
      if (chunk.length > 0) rest.push(chunk)
    })
  }

  #receive({ id, result, error, method, params, sessionId }) {
    if (id === undefined) this.emit(sessionId ? `${sessionId} ${method}` : method, params)
    else {
      const { resolve, reject, what } = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (error) reject(new Error(`${what}: ${error.message}`))
      else resolve(result)
    }
  }

  /** Sends a command of the DevTools protocol; resolves to its result. */
  send(method, params = {}, sessionId = undefined) {
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, what: method })
      this.#child.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  /** Ends the browser: kindly, so that it writes its profile, and by force if that takes over three seconds. */
  async stop() {
    this.removeAllListeners('exit')
    if (this.#child.exitCode === null) this.send('Browser.close').catch(() => {}) // The pipe may break before the answer.
    const force = setTimeout(() => this.#child.kill('SIGKILL'), 3000)
    await this.#exited
    clearTimeout(force)
  }
}

module.exports = { Chromium }
