import { execFileSync } from 'node:child_process'
import type { Socket } from 'node:net'
import type { Amount, Tally } from '../tally.ts'
import { type AttackedHost, whenClosed } from './attacked-host.ts'
import { requestTo } from './hostile-requests.ts'

const gigabyte = 2 ** 30

/** How much of it may be taken: what the largest call may have, and what was on its way. */
const most = 200 * 2 ** 20

/** What is sent for nothing: with a length of 1 GB, and in chunks without end; with and without the token. */
export async function largeBodies(host: AttackedHost): Promise<Tally> {
  const failures: string[] = []
  const cases = ['Content-Length: 1073741824', 'Transfer-Encoding: chunked'].flatMap((framing) =>
    [host.cookie, ''].map((Cookie) => ({ framing, Cookie })),
  )
  for (const { framing, Cookie } of cases) {
    const socket = await host.connected()
    let answer = ''
    socket.setEncoding('latin1').on('data', (part) => {
      answer += part
    })
    const head = { method: 'POST', target: '/api/home', headers: { Cookie }, lines: [framing] }
    socket.write(requestTo(host, head))
    const sent = await pour(socket, framing.includes('chunked'))
    // Whoever does not listen while it sends may find the connection cut off, and no answer.
    if (!/^(HTTP\/1\.1 4(13|01) |$)/.test(answer) || sent > most)
      failures.push(`${framing}: ${sent} bytes were taken, and answered “${answer.slice(0, 40)}”`)
  }
  return { what: 'a body of 1 GB', tried: cases.length, held: cases.length - failures.length, failures }
}

/** Sends spaces until the host cuts the connection off, or a gigabyte is sent. Returns how many bytes. */
async function pour(socket: Socket, chunked: boolean): Promise<number> {
  const spaces = Buffer.alloc(256 * 1024, 0x20)
  const part = chunked ? Buffer.concat([Buffer.from('40000\r\n'), spaces, Buffer.from('\r\n')]) : spaces
  const closed = whenClosed(socket)
  let sent = 0
  while (sent < gigabyte && !socket.destroyed) {
    sent += part.length
    if (socket.write(part)) continue
    await new Promise<void>((resolve) => {
      socket.once('drain', resolve)
      closed.then(resolve)
    })
  }
  socket.destroy()
  return sent
}

/** Requests that arrive by the byte: what becomes of them in the end. */
export async function slowRequests(host: AttackedHost, amount: Amount): Promise<Tally> {
  const count = amount === 'short' ? 20 : 100
  const whole = requestTo(host, { target: '/', headers: { Cookie: '' } })
  const body = requestTo(host, { method: 'POST', target: '/api/home', lines: ['Content-Length: 1000'] })
  // A body is waited for with the token only, and for a minute.
  const kinds = [{ head: '', rest: whole, most: 20_000 }]
  if (amount === 'full') kinds.push({ head: body, rest: ' '.repeat(1000), most: 75_000 })
  const slow = kinds.flatMap((kind) => Array<typeof kind>(count).fill(kind))
  const failures: string[] = []
  await Promise.all(
    slow.map(async ({ head, rest, most }) => {
      const socket = await host.connected()
      const closed = whenClosed(socket.resume())
      const began = performance.now()
      socket.write(head)
      let at = 0
      const dripping = setInterval(() => socket.write(rest.charAt(at++)), 1000)
      await closed
      clearInterval(dripping)
      const taken = performance.now() - began
      if (taken > most) failures.push(`it was kept for ${Math.round(taken / 1000)} s`)
    }),
  )
  return { what: 'a request by the byte', tried: slow.length, held: slow.length - failures.length, failures }
}

/** As many connections at once as the machine lets this process have, 10,000 at most. */
export async function manyConnections(host: AttackedHost, amount: Amount): Promise<Tally> {
  const wanted = amount === 'short' ? 1000 : 10_000
  const possible = Number(execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' })) || wanted
  const count = Math.min(wanted, possible - 500)
  const sockets: Socket[] = []
  const failures: string[] = []
  try {
    while (sockets.length < count) {
      const some = Array.from({ length: Math.min(200, count - sockets.length) }, () => host.connected())
      // One that is cut off before it is there was withstood as well.
      for (const made of await Promise.allSettled(some))
        if (made.status === 'fulfilled') sockets.push(made.value)
        else sockets.push(await host.connected())
    }
    const began = performance.now()
    await host.state()
    const taken = performance.now() - began
    if (taken > 1000) failures.push(`with ${count} connections a new one waits ${Math.round(taken)} ms`)
  } catch (error) {
    failures.push(`with ${sockets.length} connections: ${String(error)}`)
  }
  for (const socket of sockets) socket.destroy()
  return {
    what: `${count.toLocaleString('en')} connections at once`,
    tried: count,
    held: failures.length > 0 ? 0 : count,
    failures,
  }
}
