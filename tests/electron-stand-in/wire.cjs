/**
 * `value` as text for IPC. The functions of this file also run in the page, so they use nothing from around them.
 * Electron clones more kinds of values; what JSON cannot carry unchanged is not modelled and throws.
 */
function toWire(value) {
  return JSON.stringify({ value }, function check(key, item) {
    const original = this[key]
    if (typeof original === 'function' || typeof original === 'symbol')
      throw new TypeError('An object could not be cloned.')
    const plain =
      original === null ||
      typeof original !== 'object' ||
      Array.isArray(original) ||
      [null, Object.prototype].includes(Object.getPrototypeOf(original))
    const exact = typeof original !== 'bigint' && (typeof original !== 'number' || Number.isFinite(original))
    if (!plain || !exact || (original === undefined && Array.isArray(this)))
      throw new Error('The stand-in for electron does not model IPC with such a value.')
    return item
  })
}

/** The inverse of {@link toWire}. */
function fromWire(text) {
  return JSON.parse(text).value
}

module.exports = { fromWire, toWire }
