// What the stand-in runs inside every page. Each function is handed over as source text and may use nothing from
// around it.

/**
 * One end of the bridge between the page's world and the preload's. Both talk by synchronous DOM events under a name
 * that the page does not know; the browser clones what they carry, so no object of one world is ever seen in the other.
 * Everything is taken before the page's scripts run, so that they cannot replace it.
 */
function bridgeEnd(inbound, outbound, onOpen) {
  const [ThePromise, TheError, TheEvent] = [Promise, Error, CustomEvent]
  const { keys, freeze, defineProperty } = Object
  const { isArray } = Array
  const { apply } = Reflect
  const { addEventListener, dispatchEvent } = window
  const { then } = Promise.prototype
  // Functions of this world that the other may call, and the waiting ends of the other's promises.
  const own = { __proto__: null }
  const results = { __proto__: null }
  let last = 0

  const send = (message) => apply(dispatchEvent, window, [new TheEvent(outbound, { detail: message })])

  const isData = (value) => {
    if (typeof value === 'function' || value instanceof ThePromise) return false
    if (typeof value !== 'object' || value === null) return true
    const names = keys(value)
    for (let at = 0; at < names.length; at++) if (!isData(value[names[at]])) return false
    return true
  }

  const pack = (value) => {
    if (isData(value)) return { kind: 'data', value }
    if (typeof value === 'function') {
      own[++last] = value
      return { kind: 'function', id: last }
    }
    if (value instanceof ThePromise) {
      const id = `promise ${++last}`
      const settle = (ok) => (result) =>
        send({ kind: 'settle', id, ok, value: ok ? pack(result) : { kind: 'data', value: textOf(result) } })
      apply(then, value, [settle(true), settle(false)])
      return { kind: 'promise', id }
    }
    if (isArray(value)) throw new TheError('The stand-in for electron does not model functions in arrays.')
    const names = keys(value)
    const values = []
    for (let at = 0; at < names.length; at++) values[at] = pack(value[names[at]])
    return { kind: 'object', names, values }
  }

  const unpack = (packed) => {
    if (packed.kind === 'data') return packed.value
    if (packed.kind === 'function') return (...args) => callOther(packed.id, args)
    if (packed.kind === 'promise')
      return new ThePromise((resolve, reject) => {
        own[packed.id] = (ok, value) => (ok ? resolve(unpack(value)) : reject(new TheError(unpack(value))))
      })
    const object = {}
    for (let at = 0; at < packed.names.length; at++)
      defineProperty(object, packed.names[at], {
        __proto__: null,
        value: unpack(packed.values[at]),
        enumerable: true,
      })
    return freeze(object)
  }

  const textOf = (error) => (error instanceof TheError ? error.message : `${error}`)

  const callOther = (id, args) => {
    const call = ++last
    const packed = []
    for (let at = 0; at < args.length; at++) packed[at] = pack(args[at])
    send({ kind: 'call', id, call, args: packed })
    const { ok, value } = results[call]
    delete results[call]
    if (!ok) throw new TheError(unpack(value))
    return unpack(value)
  }

  const answer = ({ id, call, args }) => {
    try {
      const values = []
      for (let at = 0; at < args.length; at++) values[at] = unpack(args[at])
      send({ kind: 'return', call, ok: true, value: pack(apply(own[id], undefined, values)) })
    } catch (error) {
      send({ kind: 'return', call, ok: false, value: { kind: 'data', value: textOf(error) } })
    }
  }

  const onMessage = {
    __proto__: null,
    call: answer,
    return: ({ call, ok, value }) => {
      results[call] = { ok, value }
    },
    settle: ({ id, ok, value }) => {
      own[id](ok, value)
      delete own[id]
    },
    open: ({ url }) => onOpen(url),
    expose: ({ key, value }) =>
      defineProperty(window, key, { __proto__: null, value: unpack(value), enumerable: true }),
  }
  const receive = (message) => onMessage[message.kind](message)
  apply(addEventListener, window, [inbound, (event) => receive(event.detail)])

  return { pack, send }
}

/**
 * Keeps the page from opening windows, before Chromium does, and tells the preload's world what it wanted. Approximate:
 * a script that makes and clicks a link outside the document is not seen.
 */
function noWindows(bridge) {
  const { URL } = window
  const ask = (url) => bridge.send({ kind: 'open', url: new URL(url, document.baseURI).href })
  window.open = (url = 'about:blank') => {
    ask(url || 'about:blank')
    return null
  }
  window.addEventListener(
    'click',
    (event) => {
      const link = event.target.closest?.('a[href]')
      if (!link || (link.target !== '_blank' && !event.ctrlKey && !event.metaKey && !event.shiftKey)) return
      event.preventDefault()
      ask(link.href)
    },
    true,
  )
}

/** Runs the preload script, handed in as `preload`, with the part of `electron` that a sandboxed preload has. */
function preloadWorld({ toPage, toPreload, binding, receiver }, { bridgeEnd, toWire, fromWire }, preload) {
  // As in Electron, a preload runs in the main frame only.
  if (window.top !== window) return
  const bridge = bridgeEnd(toPreload, toPage, (url) => window[binding](toWire({ open: url })))
  const calls = new Map()
  const listeners = new Map()
  let last = 0

  window[receiver] = (text) => {
    const { id, ok, channel, value } = fromWire(text)
    if (channel !== undefined) for (const listener of [...(listeners.get(channel) ?? [])]) listener({}, value)
    else {
      const { resolve, reject } = calls.get(id)
      calls.delete(id)
      if (ok) resolve(value)
      else reject(new Error(value))
    }
  }

  const strict = (name, target) =>
    new Proxy(target, {
      get(object, key) {
        if (key in object || typeof key === 'symbol' || key === '__esModule') return object[key]
        throw new Error(`The stand-in for electron does not model ${name}.${String(key)} in the preload.`)
      },
    })

  const electron = strict('electron', {
    contextBridge: strict('contextBridge', {
      exposeInMainWorld: (key, api) => bridge.send({ kind: 'expose', key, value: bridge.pack(api) }),
    }),
    ipcRenderer: strict('ipcRenderer', {
      invoke: (channel, ...args) =>
        new Promise((resolve, reject) => {
          const id = ++last
          const text = toWire({ id, channel, args })
          calls.set(id, { resolve, reject })
          window[binding](text)
        }),
      on: (channel, listener) => {
        if (!listeners.has(channel)) listeners.set(channel, new Set())
        listeners.get(channel).add(listener)
      },
      off: (channel, listener) => listeners.get(channel)?.delete(listener),
    }),
  })
  const module = { exports: {} }
  preload(
    (name) => {
      if (name === 'electron') return electron
      throw new Error(`module not found: ${name}`)
    },
    module,
    module.exports,
  )
}

module.exports = { bridgeEnd, noWindows, preloadWorld }
