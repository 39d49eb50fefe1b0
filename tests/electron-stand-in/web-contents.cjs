const { randomUUID } = require('node:crypto')
const { readFileSync } = require('node:fs')
const { bridgeEnd, noWindows, preloadWorld } = require('./bridge.cjs')
const { handleInvoke } = require('./ipc-main.cjs')
const { modelled, ModelledEmitter, notModelled } = require('./modelled.cjs')
const { bindingName, preloadWorldName, receiverName } = require('./names.cjs')
const { handlerOf } = require('./protocol.cjs')
const { fromChromium, registeredScheme, toChromium } = require('./scheme-urls.cjs')
const { applyPermissions, isCancelled } = require('./session.cjs')
const { fromWire, toWire } = require('./wire.cjs')

// The last three are heard of in real Electron only.
const events = [
  'will-navigate',
  'did-finish-load',
  'destroyed',
  'will-redirect',
  'will-attach-webview',
  'will-prevent-unload',
]

/** How Chromium says that a page, a world in it or a request is there no longer. */
const gone =
  /Session with given id not found|No target with given id|target navigated or closed|Target closed|Detached while|Cannot find context|context was destroyed|Invalid InterceptionId/

/** The page of a window: one target of Chromium. */
class WebContents extends ModelledEmitter {
  #chromium
  #session
  #target
  #contexts = new Map() // id of an execution context of the preload's world -> { frameId, origin }
  #frames = new Map() // id of a frame -> { url, parentId }
  #loading = null // the address that the app itself has just asked for
  #openHandler = () => ({ action: 'allow' })

  constructor(chromium) {
    super('webContents', events)
    this.#chromium = chromium
  }

  /** Opens the target with the preload script installed. */
  async start({ width, height }, preloadPath) {
    const { targetId } = await this.#chromium.send('Target.createTarget', {
      url: 'about:blank',
      width,
      height,
      newWindow: true,
    })
    this.#target = targetId
    const { sessionId } = await this.#chromium.send('Target.attachToTarget', { targetId, flatten: true })
    this.#session = sessionId
    this.#listen()
    const source = `(require, module, exports) => {\n${readFileSync(preloadPath, 'utf8')}\n}`
    const names = {
      toPage: randomUUID(),
      toPreload: randomUUID(),
      binding: bindingName,
      receiver: receiverName,
    }
    const { toPage, toPreload } = names
    await Promise.all([
      this.#send('Page.enable'),
      this.#send('Runtime.enable'),
      this.#send('Fetch.enable', {
        patterns: [{ urlPattern: '*' }],
      }),
      this.#send('Runtime.addBinding', { name: bindingName, executionContextName: preloadWorldName }),
      this.#send('Page.addScriptToEvaluateOnNewDocument', {
        source: `(${noWindows})((${bridgeEnd})(${JSON.stringify(toPage)}, ${JSON.stringify(toPreload)}))`,
      }),
      this.#send('Page.addScriptToEvaluateOnNewDocument', {
        source: `(${preloadWorld})(${JSON.stringify(names)}, {bridgeEnd: ${bridgeEnd}, toWire: ${toWire}, fromWire: ${fromWire}}, ${source})`,
        worldName: preloadWorldName,
      }),
    ])
  }

  #send(method, params) {
    return this.#chromium.send(method, params, this.#session)
  }

  #listen() {
    const on = (method, listener) => this.#chromium.on(`${this.#session} ${method}`, listener)
    on('Fetch.requestPaused', (request) => this.#answerRequest(request).catch(this.#unlessGone))
    on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === preloadWorldName)
        this.#contexts.set(context.id, { frameId: context.auxData.frameId, origin: context.origin })
    })
    on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
      this.#contexts.delete(executionContextId),
    )
    on('Runtime.executionContextsCleared', () => this.#contexts.clear())
    on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === bindingName) this.#answerCall(payload, executionContextId).catch(this.#unlessGone)
    })
    on('Page.frameAttached', ({ frameId, parentFrameId }) =>
      this.#frames.set(frameId, { url: '', parentId: parentFrameId }),
    )
    on('Page.frameNavigated', ({ frame }) =>
      this.#frames.set(frame.id, { url: frame.url + (frame.urlFragment ?? ''), parentId: frame.parentId }),
    )
    on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      this.#frames.get(frameId).url = url
    })
    on('Page.frameDetached', ({ frameId }) => this.#frames.delete(frameId))
    on('Page.loadEventFired', () => this.emit('did-finish-load'))
    this.#chromium.on('Target.targetDestroyed', ({ targetId }) => {
      if (targetId === this.#target) this.emit('destroyed')
    })
  }

  // A page that navigates or closes takes its waiting requests and calls with it, in Electron as here.
  #unlessGone = (error) => {
    if (!gone.test(error.message)) throw error
  }

  async #answerRequest({ requestId, request, resourceType, frameId }) {
    const url = request.url + (request.urlFragment ?? '')
    const navigates = resourceType === 'Document' && frameId === this.#target
    const asked = navigates && url === this.#loading
    if (asked) this.#loading = null
    if (
      navigates &&
      !asked &&
      this.emitPreventable('will-navigate', { url: fromChromium(url), isMainFrame: true })
    )
      return this.#send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    if (isCancelled(url))
      return this.#send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
    const scheme = registeredScheme(request.url)
    if (!scheme) return this.#send('Fetch.continueRequest', { requestId })
    const { method, headers, postData: body } = request
    const response = await handlerOf(scheme)(
      new Request(fromChromium(request.url), { method, headers, body }),
    )
    return this.#send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    })
  }

  async #answerCall(payload, contextId) {
    const { id, channel, args, open } = fromWire(payload)
    if (open !== undefined) return this.#answerOpen(open)
    const event = { sender: this, senderFrame: this.#senderFrame(contextId), type: 'frame' }
    const reply = await handleInvoke(modelled('IpcMainInvokeEvent', event), channel, args)
    await this.#deliver(contextId, { id, ...reply })
  }

  #answerOpen(url) {
    const { action } = this.#openHandler(modelled('HandlerDetails', { url: fromChromium(url) }))
    if (action !== 'deny') throw notModelled('a page that opens a window')
  }

  /** What Electron tells of the frame that sent a message; null if the frame is gone. */
  #senderFrame(contextId) {
    const context = this.#contexts.get(contextId)
    const frame = context && this.#frames.get(context.frameId)
    if (!frame) return null
    const parent = frame.parentId === undefined ? null : modelled('WebFrameMain (a parent)', {})
    const origin = /^\w+:\/\/./.test(context.origin) ? fromChromium(context.origin) : 'null'
    return modelled('WebFrameMain', { url: fromChromium(frame.url), origin, parent })
  }

  #deliver(executionContextId, message) {
    return this.#send('Runtime.callFunctionOn', {
      functionDeclaration: `(text) => globalThis.${receiverName}?.(text)`,
      executionContextId,
      arguments: [{ value: toWire(message) }],
    })
  }

  send(channel, value) {
    for (const [contextId, { frameId }] of this.#contexts)
      if (frameId === this.#target) this.#deliver(contextId, { channel, value }).catch(this.#unlessGone)
  }

  async load(url) {
    await applyPermissions(this.#chromium, this, url)
    this.#loading = new URL(toChromium(url)).href
    const loaded = new Promise((resolve, reject) => {
      this.once('did-finish-load', resolve)
      this.once('destroyed', () => reject(new Error(`ERR_FAILED (-2) loading '${url}'`)))
    })
    const { errorText } = await this.#send('Page.navigate', { url: this.#loading })
    if (errorText) throw new Error(`${errorText} loading '${url}'`)
    await loaded
  }

  close() {
    this.#chromium.send('Target.closeTarget', { targetId: this.#target }).catch(this.#unlessGone)
  }

  getURL() {
    return fromChromium(this.#frames.get(this.#target)?.url ?? '')
  }

  setWindowOpenHandler(handler) {
    this.#openHandler = handler
  }
}

module.exports = { WebContents }
