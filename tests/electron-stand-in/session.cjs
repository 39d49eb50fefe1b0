const { modelled, ModelledEmitter } = require('./modelled.cjs')
const { fromChromium, registeredScheme, toChromium } = require('./scheme-urls.cjs')

/** Electron's names of permissions, and Chromium's for the DevTools protocol. */
const permissions = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  media: 'camera',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
}

/** `will-download` is heard of in real Electron only. */
class Session extends ModelledEmitter {
  #check = () => true
  #request = (_contents, _permission, answer) => answer(true)
  #beforeRequest = null

  constructor() {
    super('session', ['will-download'])
  }

  setPermissionCheckHandler(handler) {
    this.#check = handler
  }

  setPermissionRequestHandler(handler) {
    this.#request = handler
  }

  /** Only the one listener that hears of every request before it is made. */
  webRequest = modelled('webRequest', {
    onBeforeRequest: (listener) => {
      this.#beforeRequest = listener
    },
  })

  /** Whether the app cancels a request of this address. */
  cancels(url) {
    let cancelled = false
    this.#beforeRequest?.(modelled('OnBeforeRequestListenerDetails', { url }), ({ cancel = false }) => {
      cancelled = cancel
    })
    return cancelled
  }

  // Chromium has no dictionaries and no proxy here.
  setSpellCheckerEnabled() {}
  async setProxy() {}

  // No device is ever offered here.
  setDevicePermissionHandler() {}

  /** Whether the app's handlers both grant `permission` to the page at `url`. */
  grants(contents, permission, url) {
    let granted = false
    const details = modelled('PermissionRequest', { requestingUrl: url, isMainFrame: true })
    this.#request(contents, permission, (answer) => (granted = answer), details)
    return (
      granted && this.#check(contents, permission, fromChromium(new URL(toChromium(url)).origin), details)
    )
  }
}

const defaultSession = new Session()
const session = modelled('session', { defaultSession })

/** Tells Chromium beforehand what the app's handlers would answer the page at `url`; Electron asks each time. */
async function applyPermissions(chromium, contents, url) {
  const { origin } = new URL(toChromium(url))
  if (!registeredScheme(origin)) return // Chromium itself asks for what other pages want, and nobody answers it.
  for (const [permission, name] of Object.entries(permissions))
    await chromium.send('Browser.setPermission', {
      origin,
      permission: { name },
      setting: defaultSession.grants(contents, permission, url) ? 'granted' : 'denied',
    })
}

/** Whether the app cancels a request of `url`, as Chromium calls it. */
const isCancelled = (url) => defaultSession.cancels(fromChromium(url))

module.exports = { applyPermissions, isCancelled, session }
