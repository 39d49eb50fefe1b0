import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../../src/core/content-security-policy.ts'
import { type Answer, type RunningHost, startHost } from './running-host.ts'

let running: RunningHost
beforeAll(async () => {
  running = await startHost()
})
afterAll(() => running.end())

describe('a foreign page', () => {
  it.each(['evil.example', 'evil.example:PORT', '127.0.0.1', '127.0.0.1:1', '[::1]:PORT', '0.0.0.0:PORT'])(
    'that was made to point here is known by its Host: %s',
    async (name) => {
      const host = name.replace('PORT', String(running.host.port))
      const answer = await running.ask('/', { headers: { host, cookie: running.cookie } })
      expect(answer.status).toBe(403)
      expect(answer.body).not.toContain('<')
    },
  )

  it('is not confused with localhost', async () => {
    const host = `localhost:${running.host.port}`
    expect((await running.ask('/', { headers: { host, cookie: running.cookie } })).status).toBe(200)
    expect((await running.call('home', '{}', { host, origin: `http://${host}` })).status).toBe(200)
  })

  it.each([
    ['no origin', { origin: '' }],
    ['an origin of null', { origin: 'null' }],
    ['another origin', { origin: 'http://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['another name of this host', { origin: 'http://localhost:PORT' }],
    ['another scheme', { origin: 'https://127.0.0.1:PORT' }],
    ['a same-site page', { 'sec-fetch-site': 'same-site' }],
    ['a cross-site page', { 'sec-fetch-site': 'cross-site' }],
  ])('cannot call: %s', async (_case, headers) => {
    const entries = Object.entries(headers).map(([name, value]) => [
      name,
      value.replace('PORT', String(running.host.port)),
    ])
    expect((await running.call('home', '{}', Object.fromEntries(entries))).status).toBe(403)
  })

  it.each(['/api/events', '/exports/known', '/assets/index-1a2b.js'])(
    'cannot fetch %s, though the cookie comes along from another port',
    async (path) => {
      const headers = { cookie: running.cookie, 'sec-fetch-site': 'same-site' }
      expect((await running.ask(path, { headers })).status).toBe(403)
    },
  )

  it('cannot listen to events, though its browser says nothing of the site', async () => {
    const before = running.events.listeners
    for (const origin of ['http://evil.example', 'http://127.0.0.1:1', 'null']) {
      const answer = await running.ask('/api/events', { headers: { cookie: running.cookie, origin } })
      expect(answer.status).toBe(403)
    }
    expect(running.events.listeners).toBe(before)
  })

  it('gets no leave from a preflight', async () => {
    const headers = {
      origin: 'http://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    }
    const answer = await running.ask('/api/home', { method: 'OPTIONS', headers })
    expect(answer.status).toBe(405)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('a request that is not one of Winnow’s own', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'is refused for its content type: %s',
    async (type) => {
      expect((await running.call('home', '{}', { 'content-type': type })).status).toBe(415)
    },
  )

  it('is refused where it is not JSON', async () => {
    expect((await running.call('home', '{"a":')).status).toBe(400)
  })

  it.each(['PUT', 'DELETE', 'PATCH', 'PROPFIND', 'HEAD'])('is refused for its method: %s', async (method) => {
    const answer = await running.ask('/api/home', { method, headers: { cookie: running.cookie } })
    expect(answer.status).toBe(405)
  })

  it('is refused before it is sent, where it says that it is too large', async () => {
    const answer = await running.raw(
      `POST /api/home HTTP/1.1\r\nHost: 127.0.0.1:${running.host.port}\r\nOrigin: ${running.origin}\r\n` +
        `Cookie: ${running.cookie}\r\nContent-Type: application/json\r\nContent-Length: 67108865\r\n` +
        'Connection: close\r\n\r\n{',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('is refused for what its call may have', async () => {
    const ordinary = 8 * 1024 * 1024
    const says = (call: string, bytes: number): Promise<string> =>
      running.raw(
        `POST /api/${call} HTTP/1.1\r\nHost: 127.0.0.1:${running.host.port}\r\nOrigin: ${running.origin}\r\n` +
          `Cookie: ${running.cookie}\r\nContent-Type: application/json\r\nContent-Length: ${bytes}\r\n` +
          'Connection: close\r\n\r\n{',
      )
    for (const name of ['home', '__proto__', 'constructor', 'nothing'])
      expect(await says(name, ordinary + 1)).toMatch(/^HTTP\/1\.1 413 /)
    // These are read to their end, and are no JSON.
    expect((await running.call('home', ' '.repeat(ordinary))).status).toBe(400)
    expect((await running.call('applyEdits', ' '.repeat(ordinary + 1))).status).toBe(400)
  })

  it('is no error of Winnow’s where it ends in the middle', async () => {
    const answer = await running.raw(
      `POST /api/home HTTP/1.1\r\nHost: 127.0.0.1:${running.host.port}\r\nOrigin: ${running.origin}\r\n` +
        `Cookie: ${running.cookie}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(running.logged).toEqual([])
  })

  it('is refused while it is sent, where it does not say how large it is', async () => {
    const head =
      `POST /api/home HTTP/1.1\r\nHost: 127.0.0.1:${running.host.port}\r\nOrigin: ${running.origin}\r\n` +
      `Cookie: ${running.cookie}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n` +
      'Connection: close\r\n\r\n'
    const megabyte = `100000\r\n${' '.repeat(0x100000)}\r\n`
    expect(await running.raw(head + megabyte.repeat(65))).toMatch(/^HTTP\/1\.1 413 /)
  })
})

describe('every answer', () => {
  const fetched: [string, number, () => Promise<Answer>][] = [
    ['the page', 200, () => running.ask('/', { headers: { cookie: running.cookie } })],
    ['a file', 200, () => running.ask('/assets/index-1a2b.js', { headers: { cookie: running.cookie } })],
    ['the handing over', 302, () => running.ask(`/?token=${running.token}`)],
    ['a call', 200, () => running.call('home', '{}')],
    ['an export', 200, () => running.ask('/exports/known', { headers: { cookie: running.cookie } })],
    ['not JSON', 400, () => running.call('home', '')],
    ['no token', 401, () => running.ask('/')],
    ['a wrong host', 403, () => running.ask('/', { headers: { host: 'evil.example' } })],
    ['a host that is no name', 400, () => running.ask('/', { headers: { host: 'evil.example:99999' } })],
    ['nothing there', 404, () => running.ask('/nothing', { headers: { cookie: running.cookie } })],
    ['a wrong method', 405, () => running.ask('/', { method: 'DELETE' })],
    ['a wrong type', 415, () => running.call('home', '{}', { 'content-type': 'text/plain' })],
    [
      'an export that is gone',
      500,
      () => running.ask('/exports/gone', { headers: { cookie: running.cookie } }),
    ],
  ]
  it.each(fetched)('tells the browser to be strict: %s', async (_case, status, ask) => {
    const { headers, ...answer } = await ask()
    expect(answer.status).toBe(status)
    expect(headers['content-security-policy']).toBe(contentSecurityPolicy)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(headers['cache-control']).toBeDefined()
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})
