const { modelled, notModelled, onlyKnown } = require('./modelled.cjs')
const { addScheme } = require('./scheme-urls.cjs')

const handlers = new Map()

/** The app's handler for requests of `scheme`. */
function handlerOf(scheme) {
  const handler = handlers.get(scheme)
  if (!handler) throw notModelled(`a request of the scheme ${scheme}, which has no handler`)
  return handler
}

const protocol = modelled('protocol', {
  registerSchemesAsPrivileged(schemes) {
    for (const { scheme, privileges } of schemes) {
      onlyKnown('privileges', privileges, ['standard', 'secure', 'supportFetchAPI'])
      if (!privileges.standard || !privileges.secure)
        throw notModelled('a scheme that is not standard and secure')
      addScheme(scheme)
    }
  },
  handle(scheme, handler) {
    handlers.set(scheme, handler)
  },
})

module.exports = { handlerOf, protocol }
