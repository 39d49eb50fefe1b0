const schemes = new Set()

/** Notes a scheme that the app registers. */
const addScheme = (scheme) => schemes.add(scheme)

/** `app://host/path` as Chromium gets it, which drops requests of schemes it does not know: `http://host.app.localhost/path`. */
function toChromium(url) {
  const [, scheme, host, rest] = /^([a-z]+):\/\/([^/?#]*)(.*)$/s.exec(url) ?? []
  return schemes.has(scheme) ? `http://${host}.${scheme}.localhost${rest}` : url
}

/** The inverse of {@link toChromium}, for addresses and origins. */
function fromChromium(url) {
  const [, host, scheme, rest] = /^http:\/\/([^/]*)\.([a-z]+)\.localhost(.*)$/s.exec(url) ?? []
  return schemes.has(scheme) ? `${scheme}://${host}${rest}` : url
}

/** The scheme of `url`, an address of Chromium's, if the app registered it. */
function registeredScheme(url) {
  const scheme = /^([a-z]+):/.exec(fromChromium(url))?.[1]
  return schemes.has(scheme) ? scheme : undefined
}

module.exports = { addScheme, fromChromium, registeredScheme, toChromium }
