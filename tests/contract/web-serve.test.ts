import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallName } from '../../src/core/call-names.ts'
import { contract, type Request, type Value } from '../../src/core/contract.ts'
import { replySchema } from '../../src/core/reply.ts'
import { labelLines } from '../label-lines.ts'
import { labelsFileOf, writeDump } from './labelled-corpus.ts'
import { type RunningWinnow, startWinnow } from './run-winnow.ts'

let folder: string
let corpus: string
let running: RunningWinnow[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-serve-'))
  corpus = join(folder, 'corpus')
  await mkdir(corpus)
  await writeDump(corpus, 'a.txt', 'one\ntwo\nthree')
  running = []
})
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL')
    await ended
  }
  await rm(folder, { recursive: true })
})

/** A browser's side of a web host: opens its link and then calls it. */
class Client {
  readonly #origin: string
  readonly #link: string
  #cookie = ''

  constructor(link: string) {
    this.#link = link
    this.#origin = new URL(link).origin
  }

  async open(): Promise<string> {
    const handed = await fetch(this.#link, { redirect: 'manual' })
    this.#cookie = (handed.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? ''
    const page = await fetch(this.#origin, { headers: { cookie: this.#cookie } })
    return page.text()
  }

  async call<N extends CallName>(name: N, request: Request<N>): Promise<Value<N>> {
    const response = await fetch(`${this.#origin}/api/${name}`, {
      method: 'POST',
      headers: { cookie: this.#cookie, origin: this.#origin, 'content-type': 'application/json' },
      body: JSON.stringify(request),
    })
    const reply = replySchema(contract[name].reply).parse(await response.json())
    if (!reply.ok) throw new Error(reply.message)
    // The schema of this very call has just accepted it; TypeScript cannot follow the name through the table.
    return reply.value as Value<N>
  }
}

async function serve(...args: string[]): Promise<RunningWinnow & { link: string }> {
  const winnow = startWinnow(join(folder, 'home'), args)
  running.push(winnow)
  const link = await vi.waitFor(
    () => {
      const [, found] =
        /^Winnow: (http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43})\n$/.exec(winnow.stdout()) ?? []
      if (found === undefined) throw new Error(`No line yet, but: ${winnow.stdout()}${winnow.stderr()}`)
      return found
    },
    { timeout: 20_000 },
  )
  return { ...winnow, link }
}

/** Opens the first document of the first folder and labels its first line as body. */
async function labelFirstLine(client: Client): Promise<void> {
  const [given] = (await client.call('home', {})).given
  const { folder: opened } = await client.call('openCorpus', { folder: given?.id ?? '' })
  const document = 'a.txt'
  await client.call('openDocument', { corpus: opened.id, document })
  await client.call('applyEdits', {
    corpus: opened.id,
    document,
    client: 'test',
    edits: [labelLines('one\ntwo\nthree', 0, 1, 'body')],
  })
}

describe('winnow serve', () => {
  it('prints one line when it is ready, serves, and ends well when it is told to', async () => {
    const winnow = await serve('serve', corpus, '--no-open')
    const client = new Client(winnow.link)
    expect(await client.open()).toContain('<!doctype html>')
    const home = await client.call('home', {})
    expect(home.host).toBe('web')
    expect(home.given.map(({ path }) => path)).toEqual([corpus])
    expect(home.start).toBe(home.given[0]?.id)
    winnow.child.kill('SIGTERM')
    const ended = await winnow.ended
    expect(ended.code).toBe(0)
    expect(ended.stdout).toBe(`Winnow: ${winnow.link}\n`)
    expect(ended.stderr).toBe('')
  })

  it('ends at an interrupt too, though a window listens for events', async () => {
    const winnow = await serve('serve', corpus, '--no-open')
    const handed = await fetch(winnow.link, { redirect: 'manual' })
    const cookie = (handed.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? ''
    const events = await fetch(new URL('/api/events', winnow.link), { headers: { cookie } })
    expect(events.status).toBe(200)
    winnow.child.kill('SIGINT')
    expect((await winnow.ended).code).toBe(0)
    await expect(events.text()).resolves.toContain(': subscribed')
  })

  it('leaves out a folder that is missing, and says so', async () => {
    const missing = join(folder, 'missing')
    const winnow = await serve('serve', missing, corpus, '--no-open')
    const client = new Client(winnow.link)
    await client.open()
    expect((await client.call('home', {})).given.map(({ path }) => path)).toEqual([corpus])
    expect(winnow.stderr()).toContain(missing)
  })

  it('listens where it is told to, and says where that port is taken', async () => {
    const first = await serve('serve', corpus, '--no-open')
    const { port } = new URL(first.link)
    const second = startWinnow(join(folder, 'other'), ['serve', corpus, '--no-open', '--port', port])
    const ended = await second.ended
    expect([ended.code, ended.stdout]).toEqual([1, ''])
    expect(ended.stderr).toContain(`cannot listen on port ${port}`)
    first.child.kill('SIGTERM')
    await first.ended
    expect(new URL((await serve('serve', corpus, '--no-open', '--port', port)).link).port).toBe(port)
  })

  it('says that it opens no window where there is no display', async () => {
    const winnow = await serve('serve', corpus)
    await vi.waitFor(() => expect(winnow.stderr()).toContain('there is no display'))
    expect(winnow.stderr().trimEnd().split('\n')).toHaveLength(1)
  })

  it('labels for the annotator it is told', async () => {
    const winnow = await serve('serve', corpus, '--no-open', '--annotator', 'Thảo')
    const client = new Client(winnow.link)
    await client.open()
    await labelFirstLine(client)
    expect(await readFile(labelsFileOf(corpus, 'Thảo', 'a.txt'), 'utf8')).toContain('"body"')
  })

  it('has a label on the disk once it says so, though it is killed right then', async () => {
    const winnow = await serve('serve', corpus, '--no-open', '--annotator', 'linh')
    const client = new Client(winnow.link)
    await client.open()
    await labelFirstLine(client)
    winnow.child.kill('SIGKILL')
    await winnow.ended
    expect(await readFile(labelsFileOf(corpus, 'linh', 'a.txt'), 'utf8')).toContain('"body"')

    const again = new Client((await serve('serve', corpus, '--no-open', '--annotator', 'linh')).link)
    await again.open()
    const [given] = (await again.call('home', {})).given
    const { folder: opened } = await again.call('openCorpus', { folder: given?.id ?? '' })
    const document = await again.call('openDocument', { corpus: opened.id, document: 'a.txt' })
    expect(document).toMatchObject({
      kind: 'open',
      marks: [{ count: 1, mark: { label: 'body' } }, { count: 2 }],
    })
  })
})

describe('winnow open', () => {
  it('serves where there is no display for Electron, and says so in a line', async () => {
    const winnow = await serve('open', corpus)
    await vi.waitFor(() => expect(winnow.stderr().trimEnd().split('\n')).toHaveLength(2))
    expect(winnow.stderr()).toMatch(/^Electron’s window is not available here \(there is no display\)/)
    expect(await new Client(winnow.link).open()).toContain('<!doctype html>')
  })

  it.each(['open', 'serve'])('shows the welcome screen without a folder: %s', async (command) => {
    const client = new Client((await serve(command)).link)
    await client.open()
    const home = await client.call('home', {})
    expect([home.given, home.start]).toEqual([[], null])
  })
})
