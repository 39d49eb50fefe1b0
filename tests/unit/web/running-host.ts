import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EventHub } from '../../../src/node/event-hub.ts'
import { serve, type WebHost } from '../../../src/web/serve.ts'
import { smallService } from './small-service.ts'

/** An EventHub that can tell how many listen. */
export class CountingHub extends EventHub {
  listeners = 0

  override subscribe(listener: Parameters<EventHub['subscribe']>[0]): () => void {
    const unsubscribe = super.subscribe(listener)
    this.listeners++
    return () => {
      this.listeners--
      unsubscribe()
    }
  }
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Asking {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** A web host over a small service and an interface of three files in a folder of its own. */
export interface RunningHost {
  readonly host: WebHost
  readonly events: CountingHub
  readonly folder: string
  readonly token: string
  /** The header that a browser sends which has opened the link. */
  readonly cookie: string
  readonly origin: string
  readonly logged: unknown[]
  /** Asks for exactly `path`, without anything that is not said. */
  ask(path: string, asking?: Asking): Promise<Answer>
  /** Calls the service as Winnow's own page does; `headers` replace or, where empty, take away. */
  call(name: string, body: string, headers?: Record<string, string>): Promise<Answer>
  /** Sends `text` as it is and returns all that comes back until the host ends the connection. */
  raw(text: string): Promise<string>
  end(): Promise<void>
}

export async function startHost(): Promise<RunningHost> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-web-'))
  const interfaceFolder = join(folder, 'renderer')
  await mkdir(join(interfaceFolder, 'assets'), { recursive: true })
  await writeFile(join(interfaceFolder, 'index.html'), '<!doctype html><title>Winnow</title>')
  await writeFile(join(interfaceFolder, 'assets', 'index-1a2b.js'), 'export {}')
  await writeFile(join(folder, 'secret.json'), '{"secret": true}')
  const exported = join(folder, 'Trang “báo” 1.jsonl')
  await writeFile(exported, '{"id":"a"}\n')

  const events = new CountingHub()
  const logged: unknown[] = []
  const host = await serve({
    winnow: {
      service: smallService(),
      events,
      exportFile: (id) => ({ known: exported, gone: join(folder, 'gone') })[id] ?? null,
    },
    interfaceFolder,
    log: (error) => logged.push(error),
  })
  const token = new URL(host.url).searchParams.get('token') ?? ''
  const origin = `http://127.0.0.1:${host.port}`
  const cookie = `winnow-${host.port}=${token}`

  const ask = (path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: host.port, path, method, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        )
      })
      asked.on('error', reject)
      asked.end(body)
    })

  return {
    host,
    events,
    folder,
    token,
    cookie,
    origin,
    logged,
    ask,
    call: (name, body, headers = {}) => {
      const all = { cookie, origin, 'content-type': 'application/json', ...headers }
      const said = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
      return ask(`/api/${name}`, { method: 'POST', headers: said, body })
    },
    raw: (text) =>
      new Promise((resolve, reject) => {
        let answer = ''
        const socket = connect(host.port, '127.0.0.1', () => socket.write(text))
        socket.setEncoding('latin1')
        socket.on('data', (chunk) => {
          answer += chunk
        })
        socket.on('end', () => resolve(answer))
        socket.on('error', reject)
      }),
    end: async () => {
      await host.close()
      await rm(folder, { recursive: true })
    },
  }
}
