import { chromium } from '@playwright/test'
import { findChromium } from '../scripts/find-chromium.mjs'
import { startBareList } from './bare-list.mjs'
import { documentName, sizes } from './corpus.mjs'
import { row } from './figures.mjs'
import { openInBareList, openInWinnow, watchKeys } from './in-page.mjs'
import { mainThread } from './main-thread.mjs'

const opens = 7
const presses = 60

/** What lies between two measured key presses, in ms: as long as a key that is held takes to repeat, 30 times a second. */
const pause = 33

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
      const keys = [
        ['label', 'c', 'x'],
        ['move', 'j', 'j'],
        ['undo', 'z', 'z'],
      ]
      for (const [name, one, other] of keys) {
        const { times, work } = await keyTimes(winnow, one, other)
        const mark = await keyTimes(bare, 'b', 'b')
        rows.push(row(`${name} key to next paint`, lines, times, mark.times, work))
        if (name === 'label') await press(winnow, 'Home')
      }
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
  const { times: mark } = await keyTimes(bare, 'b', 'b')
  return [
    row('split key to next paint', lines, split.times, mark, split.work),
    row('undo of a split to next paint', lines, split.undo, mark, split.undoWork),
    row('join key to next paint', lines, merge.times, mark, merge.work),
    row('label 1,000 rows to next paint', lines, range.times, mark, range.work),
    row('undo of 1,000 rows to next paint', lines, range.undo, mark, range.undoWork),
  ]
}

/** Presses the keys `before`, then `key`, then takes that back, again and again: what `key` and the undo took. */
async function takenBack(page, before, key) {
  await page.bringToFront()
  const spent = await mainThread(page)
  const taken = { times: [], work: [], undo: [], undoWork: [] }
  for (let n = 0; n < presses / 3; n++) {
    for (const first of before) await press(page, first)
    await page.waitForTimeout(pause)
    const began = await spent()
    taken.times.push(await press(page, key))
    await page.waitForTimeout(pause)
    const done = await spent()
    taken.undo.push(await press(page, 'z'))
    await page.waitForTimeout(pause)
    taken.work.push(done - began)
    taken.undoWork.push((await spent()) - done)
  }
  return taken
}

/** Presses a key and waits for the paint after it; ms from one to the other. */
async function press(page, key) {
  const count = await page.evaluate(() => window.keyTimes.length)
  await page.keyboard.press(key)
  await page.waitForFunction((known) => window.keyTimes.length > known, count)
  return page.evaluate(() => window.keyTimes.at(-1))
}

/** What `presses` key presses took, in turn `one` and `other`: ms until after the next paint, and of the main thread. */
export async function keyTimes(page, one, other) {
  await page.bringToFront()
  const spent = await mainThread(page)
  const times = []
  const work = []
  for (let n = 0; n < presses; n++) {
    const began = await spent()
    times.push(await press(page, n % 2 === 0 ? one : other))
    await page.waitForTimeout(pause)
    work.push((await spent()) - began)
  }
  return { times, work }
}
