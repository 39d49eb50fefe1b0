import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { dispatch } from '../core/dispatch.ts'
import type { Winnow } from '../node/winnow.ts'
import { eventStream } from './event-stream.ts'
import { exportDownload } from './export-download.ts'
import { isForeign } from './foreign-request.ts'
import type { InterfaceFile } from './interface-files.ts'
import { largestRequest } from './largest-request.ts'
import type { Session } from './session.ts'
import type { Strangers } from './strangers.ts'

export interface AppOptions {
  readonly winnow: Pick<Winnow, 'service' | 'events' | 'exportFile'>
  readonly files: ReadonlyMap<string, InterfaceFile>
  readonly session: Session
  readonly hosts: ReadonlySet<string>
  readonly strangers: Pick<Strangers, 'isKnown'>
  /** Aborts when the host closes. */
  readonly closing: AbortSignal
  /** Told of errors that nobody foresaw. */
  readonly log: (error: unknown) => void
}

type AppContext = Context<{ Bindings: HttpBindings }>

/** The path exactly as it was sent: Hono's has been made regular, which is what a path traversal counts on. */
const sentPath = (c: AppContext): string => c.env.incoming.url?.split('?', 1)[0] ?? ''

const notFound = (c: AppContext): Response => c.text('There is nothing here.', 404)

/** What the web host answers, in the order in which a request has to pass. */
export function createApp({ winnow, files, session, hosts, strangers, closing, log }: AppOptions) {
  const app = new Hono<{ Bindings: HttpBindings }>()
  const [here = ''] = hosts

  app.use(async (c, next) => {
    const { method } = c.req
    const path = sentPath(c)
    const host = c.req.header('host') ?? ''
    const origin = c.req.header('origin')
    const fetchSite = c.req.header('sec-fetch-site')
    if (!hosts.has(host))
      return c.text(
        `Winnow answers only under ${[...hosts].join(' and ')}. Where a port is forwarded, give it the same number at both ends.`,
        403,
      )
    // Not HEAD either: what it asks for, a stream of events say, would begin, and nobody would ever read it.
    if (method !== 'GET' && method !== 'POST')
      return c.text('Winnow takes GET and POST only.', 405, { Allow: 'GET, POST' })
    if (path !== new URL(c.req.url).pathname) return notFound(c)
    if (isForeign({ method, path, host, origin, fetchSite }))
      return c.text('This request comes from a page that is not Winnow’s own.', 403)
    return next()
  })

  app.get('/', async (c, next) => {
    const token = c.req.query('token')
    if (token === undefined) return next()
    if (!session.admits(token)) return unknownBrowser(c, here)
    setCookie(c, session.cookieName, session.token, { httpOnly: true, sameSite: 'Strict', path: '/' })
    return c.redirect('/', 302)
  })

  app.use(async (c, next) => {
    if (!session.knows(getCookie(c, session.cookieName))) return unknownBrowser(c, here)
    strangers.isKnown(c.env.incoming.socket)
    return next()
  })

  app.post(
    '/api/:call',
    async (c, next) => {
      if (c.req.header('content-type') === 'application/json') return next()
      return c.text('Winnow takes application/json only.', 415)
    },
    (c, next) => {
      const maxSize = largestRequest(c.req.param('call'))
      const onError = (): Response => c.text(`This request may have ${maxSize} bytes at most.`, 413)
      return bodyLimit({ maxSize, onError })(c, next)
    },
    async (c) => {
      let request: unknown
      try {
        request = JSON.parse(await c.req.text())
      } catch {
        return c.text('The request is not JSON.', 400)
      }
      return c.json(await dispatch(winnow.service, c.req.param('call'), request, log))
    },
  )

  app.get('/api/events', () => {
    return new Response(eventStream(winnow.events, closing), {
      headers: { 'Content-Type': 'text/event-stream; charset=utf-8' },
    })
  })

  app.get('/exports/:download', (c) => {
    const file = winnow.exportFile(c.req.param('download'))
    return file === null ? notFound(c) : exportDownload(file)
  })

  app.get('*', (c) => {
    const file = files.get(sentPath(c))
    if (!file) return notFound(c)
    // The build names these by their content, so a name never changes its meaning.
    const cacheable = sentPath(c).startsWith('/assets/')
    return c.body(file.body, 200, {
      'Content-Type': file.type,
      ...(cacheable ? { 'Cache-Control': 'private, max-age=31536000, immutable' } : {}),
    })
  })

  app.notFound(notFound)
  app.onError((error, c) => {
    // Whoever asked has gone, in the middle of the request; that is no error of Winnow's.
    if (c.env.incoming.errored) return c.text('The request was cut off.', 400)
    log(error)
    return c.text(
      'Something went wrong that Winnow did not foresee. Labels that were shown as saved are safe.',
      500,
    )
  })
  return app
}

function unknownBrowser(c: AppContext, host: string): Response {
  return c.text(
    `Winnow does not know this browser yet. Open the link again that it printed when it started: http://${host}/?token=…`,
    401,
  )
}
