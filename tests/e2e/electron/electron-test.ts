import { join } from 'node:path'
import { test as base } from '../app/fixtures.ts'
import { launchElectron, type RunningElectron, secondStart } from '../app/launch-electron.ts'

interface ElectronFixtures {
  /** A corpus of two pages. */
  corpus: string
  /** Starts Winnow; again with the same state of the user each time. Ends with the test. */
  start: (folders?: readonly string[]) => Promise<RunningElectron>
  /** Starts Winnow while it runs already; resolves to the exit code. */
  startAgain: (folders?: readonly string[]) => Promise<number | null>
  /** Winnow on its welcome screen. */
  app: RunningElectron
}

/** Tests of what only Electron has, in Electron or with the stand-in. */
export const test = base.extend<ElectronFixtures>({
  corpus: async ({ makeCorpus }, use) => {
    const pages = {
      'one.txt': 'The title\n\nA first line of the body.\nRead more\n',
      'two.txt': 'Another title\nAnother body.\n',
    }
    await use(await makeCorpus(pages))
  },
  start: async ({ place, host }, use) => {
    const started: RunningElectron[] = []
    await use(async (folders = []) => {
      const app = await launchElectron({ folders, home: join(place, 'home'), real: host === 'electron' })
      started.push(app)
      return app
    })
    for (const app of started) await app.kill()
  },
  startAgain: async ({ place, host }, use) => {
    await use((folders = []) =>
      secondStart({ folders, home: join(place, 'home'), real: host === 'electron' }),
    )
  },
  app: async ({ start }, use) => use(await start()),
})

export { expect } from '@playwright/test'
