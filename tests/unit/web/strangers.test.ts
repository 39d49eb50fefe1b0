import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningHost, startHost } from './running-host.ts'

let running: RunningHost
const sockets: Socket[] = []
beforeAll(async () => {
  running = await startHost()
})
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  await running.end()
})

async function connected(): Promise<Socket> {
  const socket = connect(running.host.port, '127.0.0.1')
  socket.on('error', () => {})
  sockets.push(socket)
  await once(socket, 'connect')
  return socket
}

const get = (path: string, cookie: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${running.host.port}\r\nCookie: ${cookie}\r\n\r\n`

it('connections of nobody known give way to others, and one that has shown the token stays', async () => {
  const known = await connected()
  known.write(get('/api/events', running.cookie))
  await once(known, 'data')
  const silent = await connected()
  const unknown = await connected()
  unknown.write(get('/', `winnow-${running.host.port}=wrong`))
  await once(unknown, 'data')
  const gone = Promise.all([silent, unknown].map((socket) => once(socket, 'close')))
  for (let count = 0; count < 300; count++) await connected()
  await gone
  expect((await running.ask('/', { headers: { cookie: running.cookie } })).status).toBe(200)
  expect(known.destroyed).toBe(false)
  expect(running.events.listeners).toBe(1)
})
