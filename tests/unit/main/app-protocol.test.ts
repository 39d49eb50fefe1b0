import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../../src/core/content-security-policy.ts'
import { appProtocol } from '../../../src/main/app-protocol.ts'

let place: string
let answer: (request: Request) => Promise<Response>

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'winnow-protocol-'))
  await mkdir(join(place, 'renderer', 'assets'), { recursive: true })
  await mkdir(join(place, 'renderer-of-another'))
  await writeFile(join(place, 'secret.txt'), 'secret')
  await writeFile(join(place, 'renderer-of-another', 'secret.txt'), 'secret')
  await writeFile(join(place, 'renderer', 'index.html'), '<!doctype html>')
  await writeFile(join(place, 'renderer', 'assets', 'tên tệp.js'), 'start()')
  await symlink(join(place, 'secret.txt'), join(place, 'renderer', 'link.txt'))
  answer = appProtocol(join(place, 'renderer'))
})

afterAll(() => rm(place, { recursive: true, force: true }))

const get = (url: string): Promise<Response> => answer(new Request(url))

describe('the app protocol', () => {
  it('serves the page for its name and for the root', async () => {
    for (const url of ['app://winnow/', 'app://winnow/index.html', 'app://winnow/index.html?a=b#c']) {
      const response = await get(url)
      expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
        200,
        'text/html; charset=utf-8',
        '<!doctype html>',
      ])
    }
  })

  it('decodes a file name, once', async () => {
    const url = `app://winnow/assets/${encodeURIComponent('tên tệp.js')}`
    expect(await (await get(url)).text()).toBe('start()')
    expect((await get(url.replaceAll('%', '%25'))).status).toBe(404)
  })

  it('sends the security headers with every answer', async () => {
    for (const url of ['app://winnow/index.html', 'app://winnow/missing.js', 'app://elsewhere/index.html']) {
      const { headers } = await get(url)
      expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })

  it.each([
    ['a path that leads out', 'app://winnow/..%2fsecret.txt'],
    ['one encoded whole', 'app://winnow/%2e%2e%2fsecret.txt'],
    ['one from further down', 'app://winnow/assets/..%2f..%2fsecret.txt'],
    ['one into a folder whose name starts the same', 'app://winnow/..%2frenderer-of-another%2fsecret.txt'],
    ['one with backslashes', 'app://winnow/..%5csecret.txt'],
    ['a drive', 'app://winnow/c:%2fsecret.txt'],
    ['a NUL', 'app://winnow/index.html%00.js'],
    ['an escape that is none', 'app://winnow/%ff%zz'],
    ['a link that leads out', 'app://winnow/link.txt'],
    ['a host of dots', 'app://../secret.txt'],
    ['an absolute path that is encoded', 'app://winnow/..%2f..%2f..%2f..%2fetc%2fpasswd'],
    ['a backslash as it is, encoded', 'app://winnow/assets%5c..%5c..%5csecret.txt'],
    ['another host', 'app://elsewhere/index.html'],
    ['a host with a port', 'app://winnow:80/index.html'],
    ['another scheme', 'http://winnow/index.html'],
  ])('refuses %s', async (_what, url) => {
    const response = await get(url)
    expect([response.status, await response.text()]).toEqual([403, ''])
  })

  it('never serves a file outside, however the URL parser reads the path', async () => {
    for (const path of [
      '../secret.txt',
      '/../secret.txt',
      '%2e%2e/secret.txt',
      '.%2e/secret.txt',
      join(place, 'secret.txt'),
    ])
      expect(await (await get(`app://winnow/${path}`)).text()).not.toContain('secret')
  })

  it('says 404 to what is not there and to folders', async () => {
    for (const path of ['missing.js', 'assets', 'index.html/x', 'x'.repeat(5000)])
      expect((await get(`app://winnow/${path}`)).status).toBe(404)
  })

  it('reads only', async () => {
    const post = await answer(new Request('app://winnow/index.html', { method: 'POST', body: 'x' }))
    expect(post.status).toBe(405)
    const head = await answer(new Request('app://winnow/index.html', { method: 'HEAD' }))
    expect([head.status, await head.text()]).toEqual([200, ''])
  })
})
