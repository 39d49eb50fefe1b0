import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { serve } from '../../../src/web/serve.ts'
import { type RunningHost, startHost } from './running-host.ts'
import { smallService } from './small-service.ts'

let running: RunningHost
beforeAll(async () => {
  running = await startHost()
})
afterAll(() => running.end())

describe('a call', () => {
  it('reaches the service and brings back its reply', async () => {
    const set = await running.call('setAnnotator', '{"name":"Thảo"}')
    expect([set.status, set.body]).toEqual([200, '{"ok":true,"value":{}}'])
    const home = await running.call('home', '{}')
    expect(home.headers['cache-control']).toBe('no-store')
    expect(JSON.parse(home.body)).toMatchObject({ ok: true, value: { annotator: 'Thảo' } })
  })

  it.each([
    ['a call that does not exist', 'constructor', '{}', 'bad-request'],
    ['a request that does not fit', 'setAnnotator', '{"name":7}', 'bad-request'],
    ['a refusal of the service', 'chooseFolder', '{}', 'not-here'],
  ])('that fails is a reply, not a status: %s', async (_case, name, body, code) => {
    const answer = await running.call(name, body)
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, code })
  })

  it('that fails in a way nobody foresaw is logged', async () => {
    const answer = await running.call(
      'applyEdits',
      '{"corpus":"c","document":"d","edits":[],"client":"window"}',
    )
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, code: 'unexpected' })
    expect(String(running.logged.at(-1))).toContain('nobody foresaw this')
  })

  it('is not a GET', async () => {
    expect((await running.ask('/api/home', { headers: { cookie: running.cookie } })).status).toBe(404)
  })
})

/** Subscribes as the page does; `text` grows, `leave` closes the connection. */
async function subscribe(host: RunningHost): Promise<{ text(): string; ended(): boolean; leave(): void }> {
  let text = ''
  let ended = false
  const { cookie } = host
  const asked = request({ host: '127.0.0.1', port: host.host.port, path: '/api/events', headers: { cookie } })
  asked.on('response', (response) => {
    expect(response.headers['content-type']).toMatch(/^text\/event-stream/)
    response.setEncoding('utf8')
    response.on('data', (chunk) => {
      text += chunk
    })
    response.on('end', () => {
      ended = true
    })
    response.on('error', () => {})
  })
  asked.on('error', () => {})
  asked.end()
  await vi.waitFor(() => expect(text).toBe(': subscribed\n\n'))
  return { text: () => text, ended: () => ended, leave: () => asked.destroy() }
}

describe('the events', () => {
  it('reach every window as lines of JSON, and none that has gone', async () => {
    const one = await subscribe(running)
    const other = await subscribe(running)
    running.events.emit('job-progress', { job: 'dòng\n1', done: 1, total: 2 })
    const expected =
      ': subscribed\n\ndata: {"name":"job-progress","payload":{"job":"dòng\\n1","done":1,"total":2}}\n\n'
    await vi.waitFor(() => expect([one.text(), other.text()]).toEqual([expected, expected]))
    one.leave()
    await vi.waitFor(() => expect(running.events.listeners).toBe(1))
    running.events.emit('job-progress', { job: 'next', done: 2, total: 2 })
    await vi.waitFor(() => expect(other.text()).toContain('"next"'))
    other.leave()
    await vi.waitFor(() => expect(running.events.listeners).toBe(0))
  })
})

describe('closing the host', () => {
  it('ends the events, takes no one new, and is done', async () => {
    const closing = await startHost()
    const window = await subscribe(closing)
    await closing.end()
    expect(closing.events.listeners).toBe(0)
    await vi.waitFor(() => expect(window.ended()).toBe(true))
    await expect(closing.ask('/')).rejects.toThrow('ECONNREFUSED')
  })

  it('does not wait for a connection that says nothing', async () => {
    const closing = await startHost()
    const socket = connect(closing.host.port, '127.0.0.1')
    socket.on('error', () => {})
    await new Promise((resolve) => socket.once('connect', resolve))
    await closing.end()
    await vi.waitFor(() => expect(socket.closed).toBe(true))
  })
})

describe('the port', () => {
  it('that another program has is said in a sentence', async () => {
    const again = serve({
      winnow: {
        service: smallService(),
        events: running.events,
        exportFile: () => null,
      },
      interfaceFolder: `${running.folder}/renderer`,
      port: running.host.port,
    })
    await expect(again).rejects.toThrow(`cannot listen on port ${running.host.port}`)
  })
})
