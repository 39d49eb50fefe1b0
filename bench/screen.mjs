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
      // From the top, so that each press really labels another row or moves, and the panes scroll along.
      await press(winnow, 'Home')
      rows.push(
        row(
          'label key to next paint',
          lines,
          await keyTimes(winnow, 'c', 'x'),
          await keyTimes(bare, 'b', 'b'),
        ),
      )
      await press(winnow, 'Home')
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
      rows.push(...(await benchCuts(winnow, bare, lines)))
      await winnow.getByText('Saved', { exact: true }).waitFor({ timeout: 120_000 })
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

/** Splitting, joining and labelling a range of up to 1,000 rows, each taken back again, in the middle of the document. */
async function benchCuts(winnow, bare, lines) {
  await winnow.bringToFront()
  await press(winnow, 'Home')
  for (let n = 0; n < Math.min(100, lines / 20); n++) await press(winnow, 'Shift+PageDown')
  await press(winnow, 'c')
  await press(winnow, 'Home')
  const split = await takenBack(winnow, ['s'], 'Enter')
  const merge = await takenBack(winnow, [], 'm')
  const range = await takenBack(winnow, ['a'], 'b')
  const mark = await keyTimes(bare, 'b', 'b')
  return [
    row('split key to next paint', lines, split.times, mark),
    row('undo of a split to next paint', lines, split.undo, mark),
    row('join key to next paint', lines, merge.times, mark),
    row('label 1,000 rows to next paint', lines, range.times, mark),
    row('undo of 1,000 rows to next paint', lines, range.undo, mark),
  ]
}

/** Presses the keys `before`, then `key`, then takes that back, again and again: the times of `key` and of the undo. */
async function takenBack(page, before, key) {
  await page.bringToFront()
  const times = []
  const undo = []
  for (let n = 0; n < presses / 3; n++) {
    for (const first of before) await press(page, first)
    times.push(await press(page, key))
    undo.push(await press(page, 'z'))
  }
  return { times, undo }
}

/** Presses a key and waits for the paint after it; ms from one to the other. */
async function press(page, key) {
  const count = await page.evaluate(() => window.keyTimes.length)
  await page.keyboard.press(key)
  await page.waitForFunction((known) => window.keyTimes.length > known, count)
  return page.evaluate(() => window.keyTimes.at(-1))
}

/** The times of `presses` key presses, in turn `one` and `other`, in ms until after the next paint. */
export async function keyTimes(page, one, other) {
  await page.bringToFront()
  await page.evaluate(() => window.keyTimes.splice(0))
  for (let n = 0; n < presses; n++) {
    await page.keyboard.press(n % 2 === 0 ? one : other)
    await page.waitForFunction((count) => window.keyTimes.length > count, n)
  }
  return page.evaluate(() => window.keyTimes.slice())
}
