const { EventEmitter } = require('node:events')

/** The error for whatever Electron has and the stand-in has not. */
const notModelled = (what) => new Error(`The stand-in for electron does not model ${what}.`)

/** `target`, with an error for every property that it does not have. Symbols and `then` are asked by the language itself. */
function modelled(name, target) {
  return new Proxy(target, {
    get(object, key) {
      if (typeof key === 'symbol' || key in object || key === 'then' || key === 'toJSON')
        return Reflect.get(object, key)
      throw notModelled(`${name}.${key}`)
    },
  })
}

/** Throws for every key of `options` that `known` does not name. */
function onlyKnown(name, options, known) {
  for (const key of Object.keys(options)) if (!known.includes(key)) throw notModelled(`${name}: ${key}`)
}

/** An emitter that throws for every event and every property that it does not know, and so do its subclasses. */
class ModelledEmitter extends EventEmitter {
  /** @param {string[]} events those it emits, and those known to be never emitted here */
  constructor(name, events) {
    super()
    this.on('newListener', (event) => {
      if (!events.includes(event)) throw notModelled(`the event '${String(event)}' of ${name}`)
    })
    // biome-ignore lint/correctness/noConstructorReturn: subclasses then live in the checking proxy.
    return modelled(name, this)
  }

  /** Emits `event` with a preventable event object; tells whether a listener prevented it. */
  emitPreventable(event, fields = {}, ...rest) {
    const details = { ...fields, defaultPrevented: false, preventDefault: () => {} }
    details.preventDefault = () => {
      details.defaultPrevented = true
    }
    this.emit(event, modelled(`Event '${event}'`, details), ...rest)
    return details.defaultPrevented
  }
}

module.exports = { modelled, ModelledEmitter, notModelled, onlyKnown }
