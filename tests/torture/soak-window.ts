import { chromium, type Page } from '@playwright/test'
import { watchKeys } from '../../bench/in-page.mjs'
import { findChromium } from '../../scripts/find-chromium.mjs'
import { Host } from './host.ts'
import { grownIn } from './memory.ts'
import { readLabelsFile } from './read-labels-file.ts'
import { soakCorpus, soakDocument, soakText } from './soak-corpus.ts'
import type { Torture } from './tally.ts'

const documents = { short: 10, full: 600 }

/** Labels, moves and taking back, as an annotator’s fingers do them on a document; then the next. */
const keys = ['t', 'b', 'b', 'c', 'x', 'z', 'x', 'j', 'b', 'k', 'x', 'b']

/** What they leave on each document. */
const names = ['title', 'body', 'caption', 'boilerplate']

const looks = 15

/** How much more there may be at the end than after the warm-up; a few seconds say nothing of keys. */
const most = {
  short: { heap: 1.5, nodes: 1.5, listeners: 1.2, keyToPaint: Number.POSITIVE_INFINITY },
  full: { heap: 1.1, nodes: 1.1, listeners: 1.1, keyToPaint: 1.25 },
}

/**
 * What a window holds after a garbage collection, and how long it takes from a key until it has painted, in ms: a tenth
 * of the keys take no longer, as the others depend on what else the machine does.
 */
interface WindowLook {
  readonly heap: number
  readonly nodes: number
  readonly listeners: number
  readonly keyToPaint: number
}

declare global {
  interface Window {
    keyTimes: number[]
  }
}

/** An annotator's long day in a window, by keyboard alone: what it holds does not grow, and keys stay as quick. */
export const soakWindow: Torture = async (amount) => {
  const count = documents[amount]
  const { folder, home, remove } = await soakCorpus(count)
  const host = new Host([folder], { home })
  const chromiumPath = findChromium()?.path
  const browser = await chromium.launch({
    ...(chromiumPath ? { executablePath: chromiumPath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const failures: string[] = []
  const seen: WindowLook[] = []
  let pressed = 0
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
    page.on('pageerror', (error) => failures.push(`the page failed: ${error.message}`))
    await page.goto(await host.link())
    await page.getByRole('listbox', { name: 'Segments' }).waitFor()
    await page.evaluate(watchKeys)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    for (let n = 0; n < count; n++) {
      await shown(page, n)
      for (const key of keys) await page.keyboard.press(key)
      pressed += keys.length
      if ((n + 1) % Math.floor(count / looks) === 0) {
        await page.getByText('Saved', { exact: true }).waitFor()
        await session.send('HeapProfiler.collectGarbage')
        const { metrics } = await session.send('Performance.getMetrics')
        const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? 0
        const times = await page.evaluate(() => window.keyTimes.splice(0))
        seen.push({
          heap: metric('JSHeapUsedSize'),
          nodes: metric('Nodes'),
          listeners: metric('JSEventListeners'),
          keyToPaint: times.toSorted((a, b) => a - b)[Math.floor(times.length / 10)] ?? 0,
        })
      }
      if (n < count - 1) await page.keyboard.press('n')
    }
    await page.getByText('Saved', { exact: true }).waitFor()
    for (let n = 0; n < count; n += Math.ceil(count / 20)) {
      const path = `${folder}/winnow/labels/ann/${soakDocument(n)}.json`
      const saved = await readLabelsFile(path, soakDocument(n), soakText(n))
      if (!saved || names.some((name) => !saved.content.includes(` ${name} human `)))
        failures.push(`${path} does not hold what was labelled`)
    }
  } finally {
    await browser.close()
    await host.kill()
    await remove()
  }
  const grown = grownIn(seen, most[amount])
  failures.push(...grown.failures)
  return [
    {
      what: `keys in a window on ${count.toLocaleString('en')} documents; after/before: ${grown.said}`,
      tried: pressed,
      held: pressed - failures.length,
      failures,
    },
  ]
}

/** Resolves once the window shows the `n`-th document. */
async function shown(page: Page, n: number): Promise<void> {
  const line = soakText(n).slice(0, soakText(n).indexOf('\n'))
  await page.waitForFunction(
    (first) => document.querySelector('[role=option]')?.textContent?.includes(first),
    line,
    { polling: 'raf', timeout: 120_000 },
  )
}
