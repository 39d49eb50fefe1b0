/** Takes the screenshots in docs/screens anew, on the sample corpus: `npm run screens`. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startHost } from '../bench/winnow-host.mjs'
import { inAllLooks, withBrowser } from './take-screenshots.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const place = mkdtempSync(join(tmpdir(), 'winnow-screens-'))
const corpus = join(place, 'sample')
cpSync(join(root, 'resources/sample'), corpus, { recursive: true })

const host = await startHost(corpus, join(place, 'home'), ['--annotator', 'linh'])
try {
  await withBrowser(async (browser) => {
    await label(browser)
    await inAllLooks(browser, shoot)
  })
} finally {
  await host.end()
  rmSync(place, { recursive: true, force: true })
}

/** Labels the first page to its end and the second one in part. */
async function label(browser) {
  const page = await browser.newPage({ locale: 'en-US' })
  await page.goto(host.url)
  await page.getByRole('listbox', { name: 'Segments' }).waitFor()
  for (const key of ['t', 'c', 'c', 'b', 'b', 'b', 'b', 'e', 'd']) await page.keyboard.press(key)
  await page.getByText('1 of', { exact: false }).waitFor()
  await page.getByRole('listbox', { name: 'Segments' }).waitFor()
  for (const key of ['t', 'x', 'c', 'c', 'b', 'b', 'b', 'c']) await page.keyboard.press(key)
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.close()
}

async function shoot({ context, inLanguage, ...look }) {
  const page = await context.newPage()
  const save = (name) => look.save(page, name)
  const saveDialog = async (name, key) => {
    await page.keyboard.press(key)
    await page.getByRole('dialog').waitFor()
    await save(name)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  /** Suggestions are shown, and counted a moment later. */
  const suggested = async () => {
    await page.locator('.segment-row .suggested').first().waitFor()
    await page.locator('.suggestion-panel button', { hasText: /[1-9]/ }).waitFor()
  }
  await page.goto(host.url)
  await page.getByRole('listbox').waitFor()
  await page.getByRole('option').first().waitFor()
  await page.getByText(inLanguage('1 of 15 done', 'Xong 1 trên 15')).waitFor()
  await suggested()
  await save('workspace')
  await page.keyboard.press('F4')
  await page.locator('.segment-row .suggested').first().waitFor({ state: 'detached' })
  await save('suggestions-off')
  await page.keyboard.press('F4')
  await suggested()
  await page.getByRole('button', { name: inLanguage('Dismiss', 'Đóng') }).click()
  await page.setViewportSize({ width: 900, height: 700 })
  await page.locator('.segment-row.current').waitFor()
  await save('narrow')
  await page.setViewportSize({ width: 1440, height: 900 })

  for (const [name, key] of [
    ['keys', '?'],
    ['palette', 'Control+k'],
    ['settings', 'Control+,'],
    ['label-set', 'Shift+E'],
    ['segmentation', 'Shift+S'],
    ['flag', 'f'],
    ['list-options', 'Shift+L'],
    ['import', 'Control+Shift+e'],
  ])
    await saveDialog(name, key)
  await page.keyboard.press('Control+e')
  await page.locator('.export-preview pre').first().waitFor()
  await save('export')
  await page.locator('.export-mapping-actions button').first().click()
  await page.locator('.export-mapping').scrollIntoViewIfNeeded()
  await save('export-mapping')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: inLanguage('Change keys…', 'Đổi phím…') }).click()
  await page.getByRole('dialog', { name: inLanguage('Change keys', 'Đổi phím') }).waitFor()
  await save('change-keys')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await page.keyboard.press('Control+Shift+f')
  await page.keyboard.type('cho')
  await page.locator('.found-line').first().waitFor()
  await page.locator('.search-state progress').waitFor({ state: 'detached' })
  await save('search')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('Shift+R')
  await page.locator('.repeated-labels').first().waitFor()
  await save('repeated-lines')
  await page.keyboard.press('Enter')
  await page.locator('.repeats-samples').waitFor()
  await save('repeats')
  await page.keyboard.press('Escape')
  await page.locator('.repeats-dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('Shift+D')
  await page.locator('.review-dialog').waitFor()
  await page.locator('.review-state progress').waitFor({ state: 'detached' })
  await page.locator('.review-context .label-chip').first().waitFor()
  await save('review')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+f')
  await page.keyboard.type('cho')
  await page.locator('.find-count').filter({ hasText: /\d/ }).waitFor()
  await save('find')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')

  await page.keyboard.press('s')
  await page.locator('.segment-row.current').waitFor()
  await save('caret')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F2')
  await page.locator('.guidelines h2').first().waitFor()
  await save('guidelines')
  await page.keyboard.press('F2')
  await page.keyboard.press('F8')
  await page.getByRole('listbox').waitFor({ state: 'detached' })
  await save('raw')
  await page.keyboard.press('F8')
  await page.keyboard.press('F8')
  await page.getByRole('listbox').waitFor()

  await page.keyboard.press('Control+Backspace')
  await page.getByRole('heading', { level: 1, name: 'Winnow' }).waitFor()
  await save('welcome')
  await page.getByRole('button', { name: inLanguage(/Practise labelling/, /Luyện gán nhãn/) }).click()
  await page.getByRole('listbox').waitFor()
  for (const key of ['x', 'b']) await page.keyboard.press(key)
  await save('practice')
}
