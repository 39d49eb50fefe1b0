import { chromium } from '@playwright/test'
import { findChromium } from '../scripts/find-chromium.mjs'
import { startBareList } from './bare-list.mjs'
import { documentName, sizes } from './corpus.mjs'
import { row } from './figures.mjs'
import { openInBareList, openInWinnow, watchKeys } from './in-page.mjs'

const opens = 7
const presses = 60

/** Open until labels are drawn, and key press until after the next paint, in Winnow and in the bare list. */
export async function benchScreen(url) {
  const bareList = await startBareList()
  const browser = await chromium.launch({
    executablePath: findChromium()?.path,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const viewport = { width: 1440, height: 900 }
    const winnow = await browser.newPage({ viewport, locale: 'en-US' })
    await winnow.goto(url)
    await winnow.getByRole('listbox', { name: 'Segments' }).waitFor()
    const bare = await browser.newPage({ viewport })
    await bare.goto(bareList.url)
    for (const page of [winnow, bare]) await page.evaluate(watchKeys)
    const rows = []
    for (const lines of sizes) {
      await winnow.bringToFront()
      await labelAll(winnow, lines)
      rows.push(
        row(
          'open a document, labels drawn',
          lines,
          await openTimes(winnow, lines),
          await bareOpenTimes(bare, lines),
        ),
      )
      await winnow.bringToFront()
      await open(winnow, documentName(lines))
      rows.push(
        row(
          'label key to next paint',
          lines,
          await keyTimes(winnow, 'b', 'c'),
          await keyTimes(bare, 'b', 'b'),
        ),
      )
      rows.push(
        row(
          'move key to next paint',
          lines,
          await keyTimes(winnow, 'j', 'j'),
          await keyTimes(bare, 'b', 'b'),
        ),
      )
      rows.push(
        row(
          'undo key to next paint',
          lines,
          await keyTimes(winnow, 'z', 'z'),
          await keyTimes(bare, 'b', 'b'),
        ),
      )
      await winnow.getByText('Saved', { exact: true }).waitFor()
    }
    return rows
  } finally {
    await browser.close()
    bareList.end()
  }
}

async function open(page, name) {
  await page.getByRole('button', { name: new RegExp(` ${name}`) }).click()
  await page.getByRole('listbox', { name: 'Segments' }).waitFor()
}

async function labelAll(page, lines) {
  await open(page, documentName(lines))
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('b')
  await page.getByText('Saved', { exact: true }).waitFor({ timeout: 120_000 })
}

async function openTimes(page, lines) {
  const times = []
  for (let n = 0; n < opens; n++) {
    await open(page, '0 start.txt')
    await page.getByText('A page to come from').first().waitFor()
    times.push(await page.evaluate(openInWinnow, { name: documentName(lines), firstLine: `Line ` }))
  }
  return times
}

async function bareOpenTimes(page, lines) {
  await page.bringToFront()
  const times = []
  for (let n = 0; n < opens; n++) {
    await page.evaluate(openInBareList, '0')
    times.push(await page.evaluate(openInBareList, documentName(lines)))
  }
  return times
}

async function keyTimes(page, one, other) {
  await page.bringToFront()
  await page.evaluate(() => window.keyTimes.splice(0))
  for (let n = 0; n < presses; n++) {
    await page.keyboard.press(n % 2 === 0 ? one : other)
    await page.waitForFunction((count) => window.keyTimes.length > count, n)
  }
  return page.evaluate(() => window.keyTimes.slice())
}
