/** Takes the screenshots in docs/screens that show a corpus of all kinds of dumps: part of `npm run screens`. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect } from '../bench/client.mjs'
import { startHost } from '../bench/winnow-host.mjs'
import { inAllLooks, withBrowser } from './take-screenshots.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const place = mkdtempSync(join(tmpdir(), 'winnow-screens-'))
const corpus = join(place, 'crawl')
execFileSync(process.execPath, [join(root, 'scripts/make-demo-corpus.mjs'), corpus], { stdio: 'inherit' })
const host = await startHost(corpus, join(place, 'home'))
await makeWorkLists()
try {
  await withBrowser((browser) => inAllLooks(browser, shoot))
} finally {
  await host.end()
  rmSync(place, { recursive: true, force: true })
}

async function makeWorkLists() {
  const { call } = await connect(host.url)
  const { given } = await call('home', {})
  for (const [name, size, by] of [
    ['pilot', 20, 'site'],
    ['languages', 8, 'language'],
  ]) {
    const choice = { filter: {}, sample: { size, seed: 7, by } }
    await call('makeWorkList', { corpus: given[0].id, choice, name, replace: false, job: name })
  }
}

async function shoot({ context, inLanguage, ...look }) {
  const page = await context.newPage()
  const dialog = page.getByRole('dialog')
  const save = (name) => look.save(page, name)
  const saveDialog = async (name) => {
    await save(name)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  }
  const command = async (name) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill(name)
    await page.keyboard.press('Enter')
  }
  await page.goto(host.url)
  await page.getByRole('listbox').waitFor()
  await page.getByRole('button', { name: '2 page.html' }).click()
  await page.getByRole('button', { name: inLanguage('HTML source', 'Mã HTML gốc') }).waitFor()
  await page.locator('.segment-row .suggested').first().waitFor()
  await page.keyboard.press('Home')
  for (const key of ['j', 'j', 'F7']) await page.keyboard.press(key)
  await page.locator('.lit').first().waitFor()
  await save('source')
  await page.keyboard.press('F7')

  await page.locator('.list-troubles').click()
  await dialog.locator('li').first().waitFor()
  await saveDialog('troubles')
  await command(inLanguage('How dumps are read…', 'Cách đọc dữ liệu…'))
  await dialog.locator('.reading-field select').first().waitFor()
  await saveDialog('reading')
  await page.keyboard.press('Shift+A')
  await dialog.getByRole('radio', { name: /^pilot/ }).waitFor()
  await saveDialog('work-lists')

  await page.keyboard.press('Shift+L')
  await page.locator('.column-choice select').selectOption('words')
  await page.getByRole('radio', { name: 'words' }).check()
  await page.keyboard.press('Escape')
  await page.locator('.column-bar input').fill('> 300')
  await page.locator('.column-bar progress').waitFor({ state: 'detached' })
  await save('columns')
}
