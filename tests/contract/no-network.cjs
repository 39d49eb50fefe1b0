// Loaded before a program by `node --require`, in its threads too: whatever would go out to a network fails, and is
// written to standard error, from where a test can tell that it was tried.
const dgram = require('node:dgram')
const dns = require('node:dns')
const { writeSync } = require('node:fs')
const { Socket } = require('node:net')

function refuse(what) {
  writeSync(2, `no network: ${what}\n`)
  throw new Error(`no network: ${what}`)
}

Socket.prototype.connect = (...args) => refuse(`a connection to ${JSON.stringify(args[0])}`)
dgram.createSocket = () => refuse('a datagram')
for (const owner of [dns, dns.promises])
  for (const name of Object.keys(owner)) {
    if (name !== 'lookup' && !name.startsWith('resolve') && name !== 'reverse') continue
    const before = owner[name]
    // Whoever listens on the machine itself has its address looked up, which asks nobody.
    owner[name] = (host, ...rest) =>
      host === '127.0.0.1' ? before(host, ...rest) : refuse(`${name} of ${host}`)
  }
for (const { prototype } of [dns.Resolver, dns.promises.Resolver])
  for (const name of Object.getOwnPropertyNames(prototype))
    if (name.startsWith('resolve') || name === 'reverse')
      prototype[name] = (host) => refuse(`${name} of ${host}`)
globalThis.fetch = (asked) => refuse(`a fetch of ${asked?.url ?? asked}`)
