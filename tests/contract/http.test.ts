import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Carrier, TestFolders } from './carrier.ts'
import { contractSuite } from './contract-suite.ts'
import { importSuite } from './import-suite.ts'
import { suggestionSuite } from './suggestion-suite.ts'

const cli = path.resolve(import.meta.dirname, '../../out/main/cli.js')

/** Starts `winnow serve` and resolves to its process and the address it prints when it is ready. */
async function serve({ first, corpora, home }: TestFolders): Promise<{ child: ChildProcess; url: URL }> {
  const child = spawn(process.execPath, [cli, 'serve', first, ...corpora, '--no-open'], {
    env: { ...process.env, WINNOW_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface(child.stdout)) {
    const match = /^Winnow: (http:\/\/127\.0\.0\.1:\d+\/\?token=\S+)$/.exec(line)
    if (match?.[1]) return { child, url: new URL(match[1]) }
  }
  throw new Error('winnow serve ended before it was ready')
}

/** Hands each event of a stream of server-sent events to `listener`; resolves when the stream has begun. */
async function listen(events: Response, listener: (event: unknown) => void): Promise<void> {
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('the event stream has no body')
  let text = (await reader.read()).value ?? ''
  const read = async (): Promise<void> => {
    for (;;) {
      const messages = text.split('\n\n')
      text = messages.pop() ?? ''
      for (const message of messages)
        if (message.startsWith('data: ')) listener(JSON.parse(message.slice('data: '.length)))
      const { done, value } = await reader.read()
      if (done) return
      text += value
    }
  }
  // When the server goes, so does the stream; the test that still waits for an event says so.
  read().catch(() => {})
}

const open = async (folders: TestFolders): Promise<Carrier> => {
  const { child, url } = await serve(folders)
  const welcome = await fetch(url, { redirect: 'manual' })
  const cookie = welcome.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    invoke: async (name, request) => {
      const response = await fetch(`${url.origin}/api/${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { cookie, origin: url.origin, 'content-type': 'application/json' },
        body: JSON.stringify(request),
      })
      if (!response.ok) throw new Error(`${name} was answered with status ${response.status}`)
      return response.json()
    },
    subscribe: async (listener) =>
      listen(await fetch(`${url.origin}/api/events`, { headers: { cookie } }), listener),
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

contractSuite('over HTTP', open)
suggestionSuite('over HTTP', open)
importSuite('over HTTP', open)
