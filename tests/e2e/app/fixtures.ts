import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test as base } from '@playwright/test'
import { launchElectron } from './launch-electron.ts'
import { launchWeb } from './launch-web.ts'
import type { RunningApp } from './running-app.ts'

export interface HostOptions {
  /** Which host carries the interface; set by the project. */
  host: 'web' | 'electron-stand-in' | 'electron'
}

export interface Launch {
  readonly folders?: readonly string[]
  /** Runs the host as this user (web host only, tests run by root only). */
  readonly user?: number
}

export interface AppFixtures {
  /** An empty folder for this test. */
  place: string
  /** Writes dumps (name → text or bytes) into a new corpus and returns its folder. */
  makeCorpus: (dumps: Readonly<Record<string, string | Uint8Array>>) => Promise<string>
  /** Starts Winnow; again with the same state of the user each time. Ends with the test. */
  launch: (launch?: Launch) => Promise<RunningApp>
}

/** Tests that hold in every host. */
export const test = base.extend<AppFixtures & HostOptions>({
  host: ['web', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from this pattern.
  place: async ({}, use) => {
    const place = await mkdtemp(join(tmpdir(), 'winnow-e2e-'))
    await use(place)
    // A browser that still writes there is no fault of the test.
    await rm(place, { recursive: true, force: true, maxRetries: 5 }).catch((error) => console.warn(error))
  },
  makeCorpus: async ({ place }, use) => {
    let made = 0
    await use(async (dumps) => {
      const folder = join(place, made++ === 0 ? 'corpus' : `corpus ${made}`)
      await mkdir(folder)
      for (const [name, content] of Object.entries(dumps)) {
        await mkdir(dirname(join(folder, name)), { recursive: true })
        await writeFile(join(folder, name), content)
      }
      return folder
    })
  },
  launch: async ({ place, host, context }, use) => {
    const home = join(place, 'home')
    const running: RunningApp[] = []
    await use(async ({ folders = [], user } = {}) => {
      await mkdir(home, { recursive: true })
      if (user !== undefined) {
        await chown(home, user, user)
        await chmod(place, 0o755)
      }
      const app =
        host === 'web'
          ? await launchWeb({ folders, home, context, user })
          : await launchElectron({ folders, home, real: host === 'electron' })
      running.push(app)
      return app
    })
    for (const app of running) await app.kill()
  },
})

export { expect } from '@playwright/test'
