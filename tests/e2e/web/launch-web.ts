import { type Browser, expect } from '@playwright/test'
import { type RunningWinnow, startWinnow } from '../../contract/run-winnow.ts'
import type { RunningApp } from '../app/running-app.ts'

export interface WebLaunch {
  /** Folders named on the command line; none for the welcome screen. */
  readonly folders: readonly string[]
  /** The folder of the user's own state, given as WINNOW_HOME. */
  readonly home: string
}

/** A running Winnow in a browser. */
export interface RunningWeb extends RunningApp {
  /** The address with the token. */
  readonly link: string
  /** The address without it. */
  readonly origin: string
}

/** Starts the built Winnow, opens its link in a fresh profile of `browser` and resolves when the page has loaded. */
export async function launchWeb(browser: Browser, { folders, home }: WebLaunch): Promise<RunningWeb> {
  // Without a display `open` serves, and other than `serve` it needs no folder.
  const winnow = startWinnow(home, ['open', ...folders])
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    winnow.child.kill(signal)
    await winnow.ended
  }
  try {
    return await openLink(browser, await printedLink(winnow), end)
  } catch (error) {
    await end('SIGKILL')
    throw error
  }
}

async function printedLink(winnow: RunningWinnow): Promise<string> {
  let link = ''
  await expect
    .poll(() => {
      link = /^Winnow: (\S+)\n/.exec(winnow.stdout())?.[1] ?? ''
      return link === '' ? winnow.stderr() : 'ready'
    })
    .toBe('ready')
  return link
}

async function openLink(
  browser: Browser,
  link: string,
  end: (signal: NodeJS.Signals) => Promise<void>,
): Promise<RunningWeb> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(link)
  const { origin } = new URL(link)
  return {
    page,
    link,
    origin,
    newPage: async () => {
      const another = await context.newPage()
      await another.goto(origin)
      return another
    },
    kill: () => end('SIGKILL'),
    close: async () => {
      await context.close()
      await end('SIGTERM')
    },
  }
}
