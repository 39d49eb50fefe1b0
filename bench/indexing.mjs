import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { findChromium } from '../scripts/find-chromium.mjs'
import { documentName, documentText } from './corpus.mjs'
import { median, quantile } from './figures.mjs'
import { watchKeys } from './in-page.mjs'
import { makeRecords } from './records.mjs'
import { keyTimes } from './screen.mjs'
import { startHost } from './winnow-host.mjs'

const lines = 10_000
/** By its name the first document of the list, which is open before the records beside it are found. */
const labelled = `0 ${documentName(lines)}`

/** Key press until after the next paint in an open document, while a million records are being found and after it. */
export async function benchIndexing() {
  const place = mkdtempSync(join(tmpdir(), 'winnow-bench-'))
  const folder = join(place, 'corpus')
  mkdirSync(folder)
  writeFileSync(join(folder, labelled), documentText(lines))
  makeRecords(folder, 1_000_000)
  const host = await startHost(folder, join(place, 'home'))
  const browser = await chromium.launch({
    executablePath: findChromium()?.path,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
    await page.goto(host.url)
    await page.getByRole('listbox', { name: 'Segments' }).waitFor()
    await page.evaluate(watchKeys)
    const found = () => page.getByRole('button', { name: /^All / }).locator('span').innerText()
    const before = await found()
    const during = await times(page)
    const then = await found()
    await page.getByRole('button', { name: 'All 1,000,001' }).waitFor({ timeout: 600_000 })
    const after = await times(page)
    return [
      { while: `finding records: ${before} to ${then}`, ...figures(during) },
      { while: 'all are found', ...figures(after) },
    ]
  } finally {
    await browser.close()
    await host.end()
    rmSync(place, { recursive: true, force: true })
  }
}

async function times(page) {
  await page.keyboard.press('Home')
  const { times: move } = await keyTimes(page, 'j', 'j')
  const { times: label } = await keyTimes(page, 'c', 'x')
  return { move, label }
}

const figures = ({ move, label }) => ({
  'move (ms)': median(move).toFixed(2),
  'move p95 (ms)': quantile(move, 0.95).toFixed(2),
  'label (ms)': median(label).toFixed(2),
  'label p95 (ms)': quantile(label, 0.95).toFixed(2),
})

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await benchIndexing())
