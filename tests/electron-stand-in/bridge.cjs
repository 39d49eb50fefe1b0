// What the stand-in runs inside every page. Each function is handed over as source text and may use nothing from
// around it.

/**
 * One end of the bridge between the page's world and the preload's. Both talk by synchronous DOM events under a name
 * that the page does not know; the browser clones what they carry, so no object of one world is ever seen in the other.
 * Everything is taken before the page's scripts run, so that they cannot replace it. What is carried: data, a function,
 * or a promise of data; none of them within the other.
 */
function bridgeEnd(inbound, outbound, onOpen) {
  const [ThePromise, TheError, TheEvent] = [Promise, Error, CustomEvent]
  const { freeze, defineProperty } = Object
  const { apply } = Reflect
  const { addEventListener, dispatchEvent } = window
  const { then } = Promise.prototype
  const functions = { __proto__: null } // Of this world, for the other to call.
  const promises = { __proto__: null } // Of the other world: what settles their twins here.
  const results = { __proto__: null }
  let last = 0

  const send = (message) => apply(dispatchEvent, window, [new TheEvent(outbound, { detail: message })])
  const textOf = (error) => (error instanceof TheError ? error.message : `${error}`)

  const pack = (value) => {
    if (typeof value === 'function') {
      functions[++last] = value
      return { kind: 'function', id: last }
    }
    if (!(value instanceof ThePromise)) return { kind: 'data', value }
    const id = ++last
    const settle = (ok, result) => send({ kind: 'settle', id, ok, result })
    apply(then, value, [(result) => settle(true, result), (error) => settle(false, textOf(error))])
    return { kind: 'promise', id }
  }

  const unpack = ({ kind, id, value }) => {
    if (kind === 'data') return value
    if (kind === 'function') return (...args) => call(id, args)
    return new ThePromise((resolve, reject) => {
      promises[id] = (ok, result) => (ok ? resolve(result) : reject(new TheError(result)))
    })
  }

  const call = (id, values) => {
    const number = ++last
    const args = []
    for (let at = 0; at < values.length; at++) args[at] = pack(values[at])
    send({ kind: 'call', id, number, args })
    const { ok, result } = results[number]
    delete results[number]
    if (!ok) throw new TheError(result)
    return unpack(result)
  }

  const answer = (id, args) => {
    try {
      const values = []
      for (let at = 0; at < args.length; at++) values[at] = unpack(args[at])
      return { ok: true, result: pack(apply(functions[id], undefined, values)) }
    } catch (error) {
      return { ok: false, result: textOf(error) }
    }
  }

  const onMessage = {
    __proto__: null,
    call: ({ id, number, args }) => send({ kind: 'return', number, ...answer(id, args) }),
    return: ({ number, ok, result }) => {
      results[number] = { ok, result }
    },
    settle: ({ id, ok, result }) => {
      promises[id](ok, result)
      delete promises[id]
    },
    open: ({ url }) => onOpen(url),
    expose: ({ key, names, members }) => {
      const api = {}
      for (let at = 0; at < names.length; at++)
        defineProperty(api, names[at], { __proto__: null, value: unpack(members[at]), enumerable: true })
      defineProperty(window, key, { __proto__: null, value: freeze(api), enumerable: true })
    },
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
      exposeInMainWorld: (key, api) =>
        bridge.send({
          kind: 'expose',
          key,
          names: Object.keys(api),
          members: Object.values(api).map(bridge.pack),
        }),
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
