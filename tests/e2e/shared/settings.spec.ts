import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../app/fixtures.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const text = Array.from({ length: 1200 }, (_, n) => `\tLine ${n + 1}  `).join('\n')

test('theme, language, panes, text size and columns change at once and are restored', async ({
  launch,
  makeCorpus,
  place,
}) => {
  const folders = [await makeCorpus({ 'a.txt': text, 'b.txt': 'no text\0' })]
  const app = await launch({ folders })
  const { page } = app
  await page.emulateMedia({ colorScheme: 'light' })
  const work = await new WorkspacePage(page).ready()
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await ground()

  await work.press('Control+,')
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByRole('radio', { name: 'Dark' }).check()
  expect(await ground()).not.toBe(light)
  await dialog.getByRole('checkbox', { name: /^White space/ }).check()
  await dialog.getByRole('radio', { name: 'Tiếng Việt' }).check()
  await expect(page.getByRole('dialog', { name: 'Cài đặt' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
  await expect(page.getByText('Xong 0 trên 2')).toBeAttached()
  await expect(page.getByText('1.200 dòng')).toBeAttached()
  await work.press('Escape')

  const width = async (name: string) =>
    (await page.getByLabel(name, { exact: true }).boundingBox())?.width ?? 0
  const documents = page.getByRole('separator', { name: 'Độ rộng của danh sách tài liệu' })
  const before = await width('Tài liệu')
  await documents.focus()
  await work.press('ArrowRight', 'ArrowRight')
  await expect(documents).toHaveAttribute('aria-valuenow', '264')
  expect(await width('Tài liệu')).toBeCloseTo(before + 32, 0)
  await work.press('Control+=', 'Control+=', 'Control+-', 'Control+=', 'F8', 'Control+i')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(page.getByRole('complementary')).toHaveCount(0)
  // The screen does not say when a preference is kept, since nobody waits for it.
  const state = join(place, 'home', 'state.json')
  await expect
    .poll(async () => JSON.parse(await readFile(state, 'utf8')).preferences)
    .toMatchObject({ panes: 'raw', showInspector: false })
  await app.close()

  const again = await launch({ folders })
  await again.page.getByRole('group', { name: 'Văn bản thô' }).waitFor()
  await expect(again.page.getByRole('listbox')).toHaveCount(0)
  await expect(again.page.getByRole('complementary')).toHaveCount(0)
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(again.page.getByText('Line 2', { exact: true })).toHaveCSS('font-size', '17px')
  await expect(again.page.getByRole('separator')).toHaveAttribute('aria-valuenow', '264')
  // Keys move on in the raw dump alone.
  await again.page.keyboard.press('End')
  await expect(again.page.getByText('Line 1200', { exact: true })).toBeInViewport()
  await again.page.keyboard.press('Control+0')
  await expect(again.page.getByText('Line 1200', { exact: true })).toHaveCSS('font-size', '13px')
  await again.page.keyboard.press('F8')
  await expect(again.page.getByRole('group', { name: 'Văn bản thô' })).toHaveCount(0)
  await expect(again.page.getByRole('option', { name: 'Line 1200' })).toBeInViewport()
  // What the service says is in the same language.
  await again.page.keyboard.press('n')
  await expect(again.page.getByRole('alert')).toContainText(/b\.txt không phải văn bản thuần/)
})

test('separators are dragged, and a double click puts them back', async ({ launch, makeCorpus }) => {
  const { page } = await launch({ folders: [await makeCorpus({ 'a.txt': text })] })
  const work = await new WorkspacePage(page).ready()
  const separator = page.getByRole('separator', { name: 'Width of the raw dump' })
  const box = await separator.boundingBox()
  if (!box) throw new Error('the separator is not on the screen')
  const before = (await work.raw.boundingBox())?.width ?? 0
  await page.mouse.move(box.x + 4, box.y + 200)
  await page.mouse.down()
  await page.mouse.move(box.x + 104, box.y + 200, { steps: 4 })
  await page.mouse.up()
  await expect(async () => {
    expect(((await work.raw.boundingBox())?.width ?? 0) - before).toBeGreaterThan(80)
  }).toPass()
  await separator.dblclick()
  await expect(separator).toHaveAttribute('aria-valuenow', '50')
})

test('the list of documents can be hidden, and comes back for the filter', async ({ launch, makeCorpus }) => {
  const { page } = await launch({ folders: [await makeCorpus({ 'a.txt': text })] })
  const work = await new WorkspacePage(page).ready()
  await work.press('Control+b')
  await expect(work.documents).toHaveCount(0)
  await work.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
})

test('white space is marked on demand', async ({ launch, makeCorpus }) => {
  const { page } = await launch({ folders: [await makeCorpus({ 'a.txt': text })] })
  const work = await new WorkspacePage(page).ready()
  const tab = work.raw.locator('.raw-space').first()
  await expect(tab).toHaveCSS('background-image', 'none')
  await work.press('F9')
  await expect(tab).toHaveCSS('background-image', /gradient/)
})

test('the ruler shows what is in sight, goes where it is clicked and scrolls by dragging', async ({
  launch,
  makeCorpus,
}) => {
  const { page } = await launch({ folders: [await makeCorpus({ 'a.txt': text })] })
  const work = await new WorkspacePage(page).ready()
  const ruler = page.getByRole('img', { name: 'Labels of the whole document' })
  const box = await ruler.boundingBox()
  if (!box) throw new Error('the ruler is not on the screen')
  await ruler.click({ position: { x: 6, y: box.height / 2 } })
  await expect(work.raw.getByText('Line 601', { exact: true })).toBeInViewport()
  const current = await (await work.current()).textContent()
  await page.mouse.move(box.x + 6, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 6, box.y + box.height - 2, { steps: 6 })
  await page.mouse.up()
  await expect(work.raw.getByText('Line 1190', { exact: true })).toBeInViewport()
  await expect(work.segment(/Line 1190/)).toBeInViewport()
  expect(await work.segments.getAttribute('aria-activedescendant')).toBeTruthy()
  expect(current).toMatch(/Line (59|60)\d/)
})
