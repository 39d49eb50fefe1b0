import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { launchElectron, type RunningElectron, realElectron } from '../app/launch-electron.ts'

interface ElectronFixtures {
  /** An empty folder for this test. */
  place: string
  /** A corpus of two pages. */
  corpus: string
  /** Starts Winnow with these folders; again with the same state of the user each time. Ends with the test. */
  start: (folders?: readonly string[]) => Promise<RunningElectron>
  /** Winnow on its welcome screen. */
  app: RunningElectron
}

/** Tests of what only Electron has. They run in the project `electron`, and in all others with the stand-in. */
export const test = base.extend<ElectronFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from this pattern.
  place: async ({}, use) => {
    const place = await mkdtemp(join(tmpdir(), 'winnow-electron-'))
    await use(place)
    // A system that still writes there is no fault of the test.
    await rm(place, { recursive: true, force: true, maxRetries: 5 }).catch((error) => console.warn(error))
  },
  corpus: async ({ place }, use) => {
    const corpus = join(place, 'my dumps')
    await mkdir(corpus)
    await writeFile(join(corpus, 'one.txt'), 'The title\n\nA first line of the body.\nRead more\n')
    await writeFile(join(corpus, 'two.txt'), 'Another title\nAnother body.\n')
    await use(corpus)
  },
  start: async ({ place }, use, { project }) => {
    const real = project.name === 'electron'
    const started: RunningElectron[] = []
    await use(async (folders = []) => {
      const app = await launchElectron({ folders, home: join(place, 'home'), real })
      started.push(app)
      return app
    })
    for (const app of started) await app.kill()
  },
  app: async ({ start }, use) => use(await start()),
})

export { expect } from '@playwright/test'

/** What to add to a title where real Electron is missing, since reporters show titles and hide reasons. */
export function missingElectron(projectName: string): string | null {
  const found = realElectron()
  return projectName === 'electron' && 'missing' in found ? found.missing : null
}
