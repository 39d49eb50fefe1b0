/** Takes the screenshots in docs/screens that show a corpus of all kinds of dumps: part of `npm run screens`. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { connect } from '../bench/client.mjs'
import { startHost } from '../bench/winnow-host.mjs'
import { findChromium } from './find-chromium.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const place = mkdtempSync(join(tmpdir(), 'winnow-screens-'))
const corpus = join(place, 'crawl')
execFileSync(process.execPath, [join(root, 'scripts/make-demo-corpus.mjs'), corpus], { stdio: 'inherit' })
const host = await startHost(corpus, join(place, 'home'))
await makeWorkLists()
const browser = await chromium.launch({
  executablePath: findChromium()?.path,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  for (const [locale, language] of [
    ['en-US', 'en'],
    ['vi-VN', 'vi'],
  ])
    for (const theme of ['light', 'dark']) await shoot(locale, language, theme)
} finally {
  await browser.close()
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

async function shoot(locale, language, theme) {
  const context = await browser.newContext({
    locale,
    colorScheme: theme,
    viewport: { width: 1440, height: 900 },
  })
  const page = await context.newPage()
  const inLanguage = (english, vietnamese) => (language === 'en' ? english : vietnamese)
  const dialog = page.getByRole('dialog')
  const save = (name) =>
    page.screenshot({ path: join(root, `docs/screens/${name}-${language}-${theme}.png`) })
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
  await context.close()
}
