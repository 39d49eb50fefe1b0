import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { BrowserContext } from '@playwright/test'
import type { RunningApp } from './running-app.ts'

const cli = fileURLToPath(new URL('../../../out/main/cli.js', import.meta.url))

export interface WebLaunch {
  readonly folders: readonly string[]
  /** The folder of the user's own state, given as WINNOW_HOME. */
  readonly home: string
  readonly context: BrowserContext
  /** The user and group that the host runs as; the test's own if not given. */
  readonly user?: number | undefined
  /** A free one if not given. */
  readonly port?: number
}

/** Starts `winnow serve` as a process of its own and opens its address in `context`. */
export async function launchWeb(options: WebLaunch): Promise<RunningApp> {
  const { folders, home, context, user, port } = options
  const onPort = port === undefined ? [] : ['--port', String(port)]
  const child = spawn(process.execPath, [cli, 'serve', ...folders, '--no-open', ...onPort], {
    env: { ...process.env, WINNOW_HOME: home, DISPLAY: '', WAYLAND_DISPLAY: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  })
  const url = await printedUrl(child)
  const openPage = async () => {
    const page = await context.newPage()
    await page.goto(url)
    return page
  }
  return {
    page: await openPage(),
    newPage: openPage,
    kill: () => end(child, 'SIGKILL'),
    close: () => end(child, 'SIGTERM'),
  }
}

async function printedUrl(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('winnow serve has no standard output')
  for await (const line of createInterface(child.stdout)) {
    const url = /^Winnow: (http:\/\/127\.0\.0\.1:\d+\/\?token=\S+)$/.exec(line)?.[1]
    if (url) return url
  }
  throw new Error('winnow serve ended before it was ready')
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}
