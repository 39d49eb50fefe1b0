import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { z } from 'zod'
import { findChromium } from '../../scripts/find-chromium.mjs'
import type { MainBody, MainProcess } from '../e2e/app/main-process.ts'
import { endGroup } from './end-group.ts'

const register = fileURLToPath(new URL('register.mjs', import.meta.url))

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), endpoint: z.string(), chromium: z.int() }),
  z.object({
    kind: z.literal('answer'),
    id: z.int(),
    value: z.unknown().optional(),
    error: z.string().optional(),
  }),
])

type Answer = { value?: unknown; error?: string | undefined }

/** Starts the main process of the app in `root` and leaves it alone. */
export function forkStandIn(root: string, folders: readonly string[], home: string): ChildProcess {
  const found = findChromium()
  if (!found) throw new Error('There is no Chromium to show windows in; `npm test` sees to one.')
  return fork(join(root, 'out/main/index.js'), [...folders], {
    execArgv: ['--import', register],
    env: { ...process.env, WINNOW_HOME: home, WINNOW_CHROMIUM: found.path },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
}

/**
 * Starts the built app of the folder `root` with the stand-in for the module `electron`, and joins its Chromium.
 * @param home folder of the user's own state
 */
export async function startStandIn(
  root: string,
  folders: readonly string[],
  home: string,
): Promise<MainProcess> {
  const child = forkStandIn(root, folders, home)
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said = (said + chunk).slice(-4000)
    process.stderr.write(chunk)
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const ended = exited.then((code) => {
    throw new Error(`The app has ended with ${code}.\n${said}`)
  })
  // Whoever waits for an answer hears of it; if nobody does, it is the test that ended the app.
  ended.catch(() => {})
  const answers = new Map<number, (answer: Answer) => void>()
  const ready = new Promise<{ endpoint: string; chromium: number }>((resolve) => {
    child.on('message', (wire) => {
      const message = messageSchema.parse(wire)
      if (message.kind === 'ready') resolve(message)
      else answers.get(message.id)?.(message)
    })
  })
  const { endpoint, chromium: group } = await Promise.race([ready, ended])
  const browser = await chromium.connectOverCDP(endpoint)
  const context = browserContext(browser)

  const ask = async (source: string, argument: string | null): Promise<unknown> => {
    const id = answers.size + 1
    const answer = new Promise<Answer>((resolve) => answers.set(id, resolve))
    child.send({ id, source, argument })
    const { value, error } = await Promise.race([answer, ended])
    if (error !== undefined) throw new Error(error)
    return value
  }
  let cleaning: Promise<void> | undefined
  const cleanUp = (): Promise<void> => {
    cleaning ??= exited.then(() => endGroup(group)).then(() => browser.close())
    return cleaning
  }

  return {
    firstPage: async () => loaded(context.pages()[0] ?? (await context.waitForEvent('page'))),
    nextPage: async () => loaded(await context.waitForEvent('page')),
    // What `body` returned, carried from one process to another; Playwright's own `evaluate` promises as much.
    evaluate: async <R>(body: MainBody<R>, argument: string | null) =>
      (await ask(String(body), argument)) as R,
    exited: () => exited,
    kill: () => {
      child.kill('SIGKILL')
      return cleanUp()
    },
    close: () => {
      if (child.connected) child.send({ id: 0, source: '({ app }) => app.quit()' })
      return cleanUp()
    },
  }
}

function browserContext(browser: Browser) {
  const [context] = browser.contexts()
  if (!context) throw new Error('Chromium has no browser context.')
  return context
}

async function loaded(page: Page): Promise<Page> {
  await page.waitForURL('http://winnow.app.localhost/**')
  await page.waitForLoadState('load')
  return page
}
