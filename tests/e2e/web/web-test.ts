import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { launchWeb, type RunningWeb } from './launch-web.ts'

interface WebFixtures {
  /** A corpus of one page, in a folder of its own. */
  corpus: string
  /** Winnow with that corpus, in a browser. */
  app: RunningWeb
}

/** Tests of what only the web host has. */
export const test = base.extend<WebFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from this pattern.
  corpus: async ({}, use) => {
    const place = await mkdtemp(join(tmpdir(), 'winnow-web-'))
    const corpus = join(place, 'dumps')
    await mkdir(corpus)
    await writeFile(join(corpus, 'one.txt'), 'The title\n\nA line of the body.\nRead more\n')
    await use(corpus)
    await rm(place, { recursive: true })
  },
  app: async ({ browser, corpus }, use) => {
    const app = await launchWeb(browser, { folders: [corpus], home: join(corpus, '..', 'home') })
    await use(app)
    await app.close()
  },
})

export { expect } from '@playwright/test'
