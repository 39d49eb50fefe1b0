import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readInterface } from '../../../src/web/interface-files.ts'
import { type RunningHost, startHost } from './running-host.ts'

let running: RunningHost
beforeAll(async () => {
  running = await startHost()
})
afterAll(() => running.end())

const get = (target: string): Promise<string> =>
  running.raw(
    `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${running.host.port}\r\nCookie: ${running.cookie}\r\nConnection: close\r\n\r\n`,
  )

describe('the files of the interface', () => {
  it('come with their type, and for good', async () => {
    const answer = await running.ask('/assets/index-1a2b.js', { headers: { cookie: running.cookie } })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(answer.headers['cache-control']).toContain('immutable')
    expect(answer.body).toBe('export {}')
  })

  it('are never the page itself from a cache', async () => {
    const answer = await running.ask('/', { headers: { cookie: running.cookie } })
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it.each([
    '/../secret.json',
    '/../index.html',
    '/assets/../../secret.json',
    '/assets/../assets/index-1a2b.js',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/%2e%2e%2fsecret.json',
    '/assets/%2e%2e/%2e%2e/secret.json',
    '/%252e%252e/secret.json',
    '/..%5csecret.json',
    '/..\\secret.json',
    '/assets\\index-1a2b.js',
    '/%00',
    '/assets/index-1a2b.js%00.html',
    '/assets/%69ndex-1a2b.js',
    '//assets/index-1a2b.js',
    '/./assets/index-1a2b.js',
    '/etc/passwd',
    '//etc/passwd',
    '/file:///etc/passwd',
    '/assets',
    '/assets/',
    '/constructor',
    '/__proto__',
  ])('are only those: %s', async (target) => {
    const answer = await get(target)
    expect(answer).toMatch(/^HTTP\/1\.1 (404|400) /)
    expect(answer).not.toContain('secret')
    expect(answer).not.toContain('export {}')
    expect(answer).not.toContain('<title>')
  })

  it.each(['/\0', '/a\0b'])('a NUL byte is no path', async (target) => {
    expect(await get(target)).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('are not there before the first build, which is said in a sentence', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'winnow-web-'))
    await expect(readInterface(folder)).rejects.toThrow('npm run build')
    await expect(readInterface(join(folder, 'missing'))).rejects.toThrow('npm run build')
    await rm(folder, { recursive: true })
  })
})

describe('a finished export', () => {
  it('is saved under its own name', async () => {
    const answer = await running.ask('/exports/known', { headers: { cookie: running.cookie } })
    expect(answer.status).toBe(200)
    expect(answer.body).toBe('{"id":"a"}\n')
    expect(answer.headers['content-length']).toBe('11')
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="Trang _b_o_ 1.jsonl"; filename*=UTF-8''Trang%20%E2%80%9Cb%C3%A1o%E2%80%9D%201.jsonl`,
    )
  })

  it.each(['/exports/unknown', '/exports/', '/exports/..%2fsecret.json', '/exports/known/more'])(
    'is known by its id alone: %s',
    async (target) => {
      expect(await get(target)).toMatch(/^HTTP\/1\.1 404 /)
    },
  )

  it('that has gone since is not a crash, and is logged', async () => {
    const answer = await running.ask('/exports/gone', { headers: { cookie: running.cookie } })
    expect(answer.status).toBe(500)
    expect(answer.body).not.toContain(running.folder)
    expect(String(running.logged.at(-1))).toContain('ENOENT')
  })
})
