import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { CallName } from '../../src/core/call-names.ts'
import { contract, type Request, type Value } from '../../src/core/contract.ts'
import { type Reply, replySchema } from '../../src/core/reply.ts'

const cli = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))

export interface HostOptions {
  /** The user's own folder. */
  readonly home: string
  /** Arguments of Node before the program. */
  readonly nodeArguments?: readonly string[]
}

interface Entered {
  readonly link: string
  readonly origin: string
  readonly cookie: string
}

/** A call was not answered, as the host died before. */
export class NoAnswer extends Error {}

/** The built web host as a process of its own, and a client of it. */
export class Host {
  readonly child: ChildProcess
  readonly #ended: Promise<unknown>
  readonly #ready: Promise<Entered>
  #errors = ''

  constructor(corpora: readonly string[], { home, nodeArguments = [] }: HostOptions) {
    this.child = spawn(
      process.execPath,
      [...nodeArguments, cli, 'serve', ...corpora, '--no-open', '--annotator', 'ann'],
      {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: { ...process.env, WINNOW_HOME: home, DISPLAY: '', WAYLAND_DISPLAY: '' },
      },
    )
    this.#ended = once(this.child, 'close')
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#errors = (this.#errors + text).slice(-10_000)
    })
    this.#ready = this.#enter()
    // Whoever calls is told; one that is killed while it starts is none's to tell.
    this.#ready.catch(() => {})
  }

  /** The last that it said on its standard error. */
  get errors(): string {
    return this.#errors
  }

  /** The address that it printed, for a browser. @throws NoAnswer */
  async link(): Promise<string> {
    return (await this.#ready).link
  }

  /** Resolves once it answers. @throws NoAnswer if it ended before */
  async ready(): Promise<void> {
    await this.#ready
  }

  async #enter(): Promise<Entered> {
    const { stdout } = this.child
    if (!stdout) throw new NoAnswer('there is no output')
    for await (const line of createInterface(stdout)) {
      const url = /^Winnow: (\S+)$/.exec(line)?.[1]
      if (url === undefined) continue
      const handed = await fetch(url, { redirect: 'manual' }).catch(noAnswer)
      return {
        link: url,
        origin: new URL(url).origin,
        cookie: (handed.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '',
      }
    }
    throw new NoAnswer(`it ended before it was ready: ${this.#errors}`)
  }

  /** What it answers. @throws NoAnswer */
  async call<N extends CallName>(name: N, request: Request<N>): Promise<Reply<Value<N>>> {
    const { origin, cookie } = await this.#ready
    const answered = await fetch(`${origin}/api/${name}`, {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: JSON.stringify(request),
    })
      .then((response) => response.json())
      .catch(noAnswer)
    const reply = replySchema(contract[name].reply).parse(answered)
    // The schema of this very call has just accepted it; TypeScript cannot follow the name through the table.
    return reply as Reply<Value<N>>
  }

  /** What it answers with. @throws NoAnswer, or Error with the sentence of a refusal */
  async value<N extends CallName>(name: N, request: Request<N>): Promise<Value<N>> {
    const reply = await this.call(name, request)
    if (!reply.ok) throw new Error(`${name}: ${reply.message}`)
    return reply.value
  }

  /** Opens the `at`-th of the corpora that it was started on and returns its id. @throws NoAnswer */
  async openCorpus(at = 0): Promise<string> {
    const { given } = await this.value('home', {})
    return (await this.value('openCorpus', { folder: given[at]?.id ?? '' })).folder.id
  }

  /** Ends it with `kill -9` and resolves when it is gone. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    await this.#ended
  }
}

function noAnswer(cause: unknown): never {
  throw new NoAnswer('it died before it answered', { cause })
}
