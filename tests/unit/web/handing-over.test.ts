import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningHost, startHost } from './running-host.ts'

let running: RunningHost
beforeAll(async () => {
  running = await startHost()
})
afterAll(() => running.end())

describe('the link that hands Winnow over to a browser', () => {
  it('has a token of 256 bits', () => {
    expect(Buffer.from(running.token, 'base64url')).toHaveLength(32)
  })

  it('gives a cookie that only this host reads and leads to the clean address', async () => {
    const answer = await running.ask(`/?token=${running.token}`)
    expect(answer.status).toBe(302)
    expect(answer.headers.location).toBe('/')
    expect(answer.headers['set-cookie']).toEqual([
      `winnow-${running.host.port}=${running.token}; Path=/; HttpOnly; SameSite=Strict`,
    ])
  })

  it('works again and again', async () => {
    await running.ask(`/?token=${running.token}`)
    expect((await running.ask(`/?token=${running.token}`)).status).toBe(302)
  })

  it('works once where it is given to a browser on its command line', async () => {
    const path = running.host.urlForOnce().replace(running.origin, '')
    expect(path).not.toContain(running.token)
    const first = await running.ask(path)
    expect(first.status).toBe(302)
    expect(first.headers['set-cookie']?.[0]).toContain(running.cookie)
    expect((await running.ask(path)).status).toBe(401)
  })

  it('then shows the page', async () => {
    const answer = await running.ask('/', { headers: { cookie: running.cookie } })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.body).toContain('<title>Winnow</title>')
  })
})

describe('a browser without the right token', () => {
  it.each([
    ['no token', '/', undefined],
    ['an empty token', '/?token=', undefined],
    ['a wrong token', '/?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', undefined],
    ['an empty cookie', '/', ''],
    ['a wrong cookie', '/', 'wrong'],
    ['a file', '/assets/index-1a2b.js', undefined],
    ['the events', '/api/events', undefined],
    ['an export', '/exports/known', undefined],
    ['an unknown path', '/nothing', undefined],
  ])('gets 401 and what to do: %s', async (_case, path, value) => {
    const headers: Record<string, string> = {}
    if (value !== undefined) headers.cookie = `winnow-${running.host.port}=${value}`
    const answer = await running.ask(path, { headers })
    expect(answer.status).toBe(401)
    expect(answer.headers['content-type']).toMatch(/^text\/plain/)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.body).toContain('Open the link again')
    expect(answer.body).not.toContain(running.token)
  })

  it('cannot call', async () => {
    expect((await running.call('home', '{}', { cookie: '' })).status).toBe(401)
  })

  it('is not let in by the cookie of another port', async () => {
    const cookie = running.cookie.replace(/^winnow-\d+/, 'winnow-1')
    expect((await running.ask('/', { headers: { cookie } })).status).toBe(401)
  })
})
