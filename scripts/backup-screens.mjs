/** Takes the screenshots in docs/screens of earlier versions and the trash: part of `npm run screens`. */
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
try {
  await withBrowser(async (browser) => {
    await leaveVersions(browser)
    const host = await startHost(corpus, join(place, 'home'), ['--annotator', 'linh'])
    await inAllLooks(browser, (look) => shoot(host.url, look), { width: 900, height: 700 })
    await host.end()
  })
} finally {
  rmSync(place, { recursive: true, force: true })
}

async function leaveVersions(browser) {
  await withHost(browser, async (page) => {
    // The first page to its end, the second in part.
    for (const key of ['t', 'c', 'c', 'b', 'b', 'b', 'b', 'e', 'd']) await page.keyboard.press(key)
    await page.getByText('1 of', { exact: false }).waitFor()
    await page.getByRole('listbox', { name: 'Segments' }).waitFor()
    for (const key of ['t', 'x', 'c', 'c', 'b', 'b']) await page.keyboard.press(key)
  })
  // Opened again, its labels of now are those of the beginning of the day.
  await withHost(browser, async (page) => {
    for (const key of ['Home', 'x', 'x', 'b', 'c', 'e']) await page.keyboard.press(key)
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.keyboard.press('p')
    await shown(page, 0)
    await command(page, 'Delete labels…')
    await page.getByRole('dialog').locator('button.primary:enabled').click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('listbox', { name: 'Segments' }).waitFor()
    for (const key of ['t', 'b']) await page.keyboard.press(key)
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.keyboard.press('n')
    await shown(page, 1)
  })
}

async function withHost(browser, work) {
  const host = await startHost(corpus, join(place, 'home'), ['--annotator', 'linh'])
  const page = await browser.newPage({ locale: 'en-US' })
  await page.goto(host.url)
  await page.getByRole('listbox', { name: 'Segments' }).waitFor()
  await work(page)
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.close()
  await host.end()
}

/** Waits until the document at this place in the list is the one that is shown. */
async function shown(page, at) {
  const open = page.getByRole('navigation').locator('[aria-current="true"]')
  await open.filter({ hasText: at === 0 ? '000_8c2e41f7b05d9a36' : '001_d4907b6a1fe3c825' }).waitFor()
  await page.getByRole('listbox', { name: 'Segments' }).waitFor()
}

async function command(page, name) {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(name)
  await page.keyboard.press('Enter')
  await page.locator('.backup-dialog').waitFor()
}

async function shoot(url, { context, inLanguage, ...look }) {
  const page = await context.newPage()
  const save = async (name) => {
    await look.save(page, name)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await page.goto(url)
  await page.getByRole('listbox').waitFor()
  await command(page, inLanguage('Earlier versions…', 'Phiên bản trước…'))
  await page
    .getByRole('radio', { name: inLanguage(/snapshot of/, /bản chụp ngày/) })
    .first()
    .check()
  await page.locator('.difference-list li').first().waitFor()
  await save('earlier-versions')
  await command(page, inLanguage('Restore labels of a day…', 'Khôi phục nhãn của một ngày…'))
  await page.locator('.backup-list li').first().waitFor()
  await save('restore-day')
  await command(page, inLanguage('Delete labels…', 'Xóa nhãn…'))
  await page.locator('.backup-choices .choice').nth(1).waitFor()
  await save('delete-labels')
  await command(page, inLanguage('Trash…', 'Thùng rác…'))
  await page.locator('.trash-list li').first().waitFor()
  await look.save(page, 'trash')
  await page
    .locator('.trash-list')
    .getByRole('button', { name: inLanguage('Restore', 'Khôi phục') })
    .first()
    .click()
  await page.locator('.backup-list li').first().waitFor()
  await save('trash-in-the-way')
}
