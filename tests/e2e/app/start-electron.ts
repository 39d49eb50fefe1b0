import { type ChildProcess, spawn } from 'node:child_process'
import { _electron, type Page } from '@playwright/test'
import { sandboxArguments } from '../../../src/cli/sandbox-arguments.ts'
import type { MainProcess } from './main-process.ts'

/** Starts the app in `root` with real Electron, whose program is at `executablePath`. */
export async function startElectron(
  executablePath: string,
  root: string,
  folders: readonly string[],
  home: string,
): Promise<MainProcess> {
  const electron = await _electron.launch({
    executablePath,
    args: programArguments(root, folders),
    env: environment(home),
  })
  const child = electron.process()
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    firstPage: async () => loaded(await electron.firstWindow()),
    nextPage: async () => loaded(await electron.waitForEvent('window')),
    evaluate: (body, argument) => electron.evaluate(body, argument),
    exited: () => exited,
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
    close: () => electron.close(),
  }
}

async function loaded(page: Page): Promise<Page> {
  await page.waitForURL(/^app:\/\/winnow\//)
  await page.waitForLoadState('load')
  return page
}

/** Starts the app in `root` with real Electron and leaves it alone. */
export const spawnElectron = (
  executablePath: string,
  root: string,
  folders: readonly string[],
  home: string,
): ChildProcess =>
  spawn(executablePath, programArguments(root, folders), { env: environment(home), stdio: 'inherit' })

const programArguments = (root: string, folders: readonly string[]): string[] => [
  ...sandboxArguments(),
  '--lang=en-US',
  root,
  ...folders,
]

const environment = (home: string): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
  WINNOW_HOME: home,
})
