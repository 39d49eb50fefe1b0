import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import type { Winnow } from '../node/winnow.ts'
import { allowedHosts } from './allowed-hosts.ts'
import { createApp } from './app.ts'
import { readInterface } from './interface-files.ts'
import { securityHeaders } from './security-headers.ts'
import { Session } from './session.ts'
import { Strangers } from './strangers.ts'

export interface ServeOptions {
  /** The service to carry. Whoever started it also closes it, after this host. */
  readonly winnow: Pick<Winnow, 'service' | 'events' | 'exportFile'>
  /** The folder of the built interface. */
  readonly interfaceFolder: string
  /** A free one if not given. */
  readonly port?: number | undefined
  /** Told of errors that nobody foresaw. */
  readonly log?: ((error: unknown) => void) | undefined
}

/** A web host that is listening. */
export interface WebHost {
  /** The address with the token, to be opened as often as one likes. Whoever has it can read and label the corpora. */
  readonly url: string
  readonly port: number
  /** The address with a token that works once, to be handed to a browser on its command line. */
  urlForOnce(): string
  /** Takes no more requests, waits for those under way, and ends all connections. */
  close(): Promise<void>
}

const limits = {
  /** How long a request may take to arrive; none comes from further than this machine. Milliseconds. */
  requestTimeout: 60_000,
  headersTimeout: 10_000,
  /** How often that is looked at: with Node's half a minute, what comes too slowly would stay for that long. */
  connectionsCheckingInterval: 2_000,
  /** How long a connection is kept for a next request. */
  keepAliveTimeout: 5_000,
  /** Bytes. */
  maxHeaderSize: 16 * 1024,
  // What is not HTTP to the letter is refused: two readers of one request must not take it for two things.
  insecureHTTPParser: false,
  requireHostHeader: true,
}
/** How many connections there may be of which nobody knows whose they are. */
const mostStrangers = 256
/** How long `close` waits for answers under way before it cuts them off. Milliseconds. */
const patience = 5_000

/**
 * Serves Winnow's interface and service to browsers on this machine only.
 * @throws WinnowError `not-here` if the interface is not built or the port cannot be had
 */
export async function serve(options: ServeOptions): Promise<WebHost> {
  const { winnow, log = () => {} } = options
  const files = await readInterface(options.interfaceFolder)
  const server = createServer(limits)
  const strangers = new Strangers(mostStrangers)
  server.on('connection', (socket) => strangers.arrive(socket))
  const port = await listen(server, options.port ?? 0)
  const session = new Session(port)
  const closing = new AbortController()
  const app = createApp({
    winnow,
    files,
    session,
    hosts: allowedHosts(port),
    strangers,
    closing: closing.signal,
    log,
  })
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const underWay = new Set<Promise<void>>()
  server.on('request', (request, response) => {
    const ended = new Promise<void>((resolve) => {
      response.once('close', () => {
        underWay.delete(ended)
        resolve()
      })
    })
    underWay.add(ended)
    response.once('finish', () => {
      // Nobody reads what a stranger goes on sending after he was refused.
      if (!request.complete && strangers.has(request.socket)) request.socket.destroySoon()
    })
    // Set before anyone looks at the request, so that no answer goes without, not even a refusal of Hono's own.
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    answer(request, response).catch(log)
  })
  const url = (token: string): string => `http://127.0.0.1:${port}/?token=${token}`
  return {
    url: url(session.token),
    port,
    urlForOnce: () => url(session.ticket()),
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      closing.abort()
      await Promise.race([Promise.all(underWay), sleep(patience, undefined, { ref: false })])
      // What is left are connections that a browser keeps for later, and would keep the process alive with.
      server.closeAllConnections()
      await closed
    },
  }
}

/** Listens on the loopback address only and returns the port. */
async function listen(server: Server, wanted: number): Promise<number> {
  server.listen(wanted, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new WinnowError(
      'not-here',
      say`Winnow cannot listen on port ${wanted} of this machine; another program may have it. Give another number with --port, or none to take a free one.`,
      { cause: error },
    )
  }
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('The server listens on no port.')
  return address.port
}
