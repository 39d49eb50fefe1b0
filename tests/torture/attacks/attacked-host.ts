import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** What no answer to an attack may hold: it stands in the document, and in a file beside the corpus. */
export const secret = 'what-nobody-else-may-read'

/** How long an answer may take before it counts as none, in milliseconds. */
const patience = 15_000

const measuredSchema = z.object({ taken: z.array(z.number()), failures: z.array(z.string()) })

/** Resolves once `socket` is closed, however it came to that. */
export const whenClosed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.closed) resolve()
    else socket.once('close', () => resolve())
  })

/** The built web host, whose link the attacker does not have but where a test lends it, and an annotator at work. */
export class AttackedHost {
  readonly port: number
  readonly token: string
  readonly cookie: string
  readonly origin: string
  /** The id of the open corpus. */
  readonly corpus: string
  readonly #place: string
  readonly #host: ChildProcess
  readonly #annotator: ChildProcess
  #processorTimes: readonly [ran: number, waited: number] = [0, 0]

  private constructor(place: string, host: ChildProcess, link: URL, corpus: string) {
    this.#place = place
    this.#host = host
    this.port = Number(link.port)
    this.token = link.searchParams.get('token') ?? ''
    this.cookie = `winnow-${this.port}=${this.token}`
    this.origin = link.origin
    this.corpus = corpus
    this.#annotator = fork(here('annotate.mjs'), [this.origin, this.cookie])
  }

  static async start(): Promise<AttackedHost> {
    const place = await mkdtemp(join(tmpdir(), 'winnow-attacks-'))
    const folder = join(place, 'corpus')
    await mkdir(folder)
    await mkdir(join(place, 'home'))
    await writeFile(join(folder, 'page.txt'), `The title\n${secret}\nRead more\n`)
    await writeFile(join(place, 'secret.txt'), secret)
    const host = spawn(process.execPath, [here('../../../out/main/cli.js'), 'serve', folder, '--no-open'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, WINNOW_HOME: join(place, 'home'), DISPLAY: '' },
    })
    for await (const line of createInterface(host.stdout)) {
      const url = /^Winnow: (\S+)$/.exec(line)?.[1]
      if (url === undefined) continue
      const link = new URL(url)
      const cookie = `winnow-${link.port}=${link.searchParams.get('token')}`
      const headers = { cookie, origin: link.origin, 'content-type': 'application/json' }
      const home = await fetch(`${link.origin}/api/home`, { method: 'POST', headers, body: '{}' })
      const { value } = z
        .object({ value: z.object({ given: z.tuple([z.object({ id: z.string() })]) }) })
        .parse(await home.json())
      return new AttackedHost(place, host, link, value.given[0].id)
    }
    throw new Error('winnow serve ended before it was ready')
  }

  /** A connection to it; one that is cut off is no error. */
  async connected(): Promise<Socket> {
    const socket = connect(this.port, '127.0.0.1')
    socket.on('error', () => {})
    await once(socket, 'connect')
    return socket
  }

  /** All that comes back to `bytes`, until the host ends the connection; null if it does not in time. */
  async answerTo(bytes: string | Uint8Array): Promise<string | null> {
    const socket = await this.connected()
    let answer = ''
    socket.setEncoding('latin1').on('data', (part) => {
      answer += part
    })
    socket.write(bytes)
    let isLate = false
    const late = setTimeout(() => {
      isLate = true
      socket.destroy()
    }, patience)
    await whenClosed(socket)
    clearTimeout(late)
    return isLate ? null : answer
  }

  /** How long the annotator's calls took since this was last asked, in milliseconds. @throws Error if one failed */
  async annotatorsCalls(): Promise<readonly number[]> {
    this.#annotator.send('tell')
    const [told] = await once(this.#annotator, 'message')
    const { taken, failures } = measuredSchema.parse(told)
    if (failures.length > 0) throw new Error(`the annotator could not save: ${failures[0]}`)
    return taken
  }

  /**
   * Of the time since this was last asked in which the host had something to do, the share in which it had a processor;
   * the rest it waited for those that other programs used. 1 where the system does not tell.
   */
  async processorShare(): Promise<number> {
    if (process.platform !== 'linux') return 1
    const text = await readFile(`/proc/${this.#host.pid}/schedstat`, 'utf8')
    const [ran = 0, waited = 0] = text.split(' ').map(Number)
    const [ranBefore, waitedBefore] = this.#processorTimes
    this.#processorTimes = [ran, waited]
    const sum = ran - ranBefore + waited - waitedBefore
    return sum > 0 ? (ran - ranBefore) / sum : 1
  }

  /** What tells whether anybody got in: who annotates, as the host says, and the names of the files around the corpus. */
  async state(): Promise<string> {
    const answer = await fetch(`${this.origin}/api/home`, {
      method: 'POST',
      headers: { cookie: this.cookie, origin: this.origin, 'content-type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(patience),
    })
    const { value } = z
      .object({ value: z.object({ annotator: z.string(), preferences: z.unknown() }) })
      .parse(await answer.json())
    const around = (await readdir(this.#place)).sort()
    return JSON.stringify({ ...value, around })
  }

  async end(): Promise<void> {
    for (const child of [this.#annotator, this.#host]) {
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null
      child.kill('SIGKILL')
      await ended
    }
    await rm(this.#place, { recursive: true, force: true, maxRetries: 5 })
  }
}
