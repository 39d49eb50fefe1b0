import { rename } from 'node:fs/promises'
import { basename } from 'node:path'
import { expect, test } from '../app/fixtures.ts'
import { inWindow } from '../app/in-window.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

test('opens the sample corpus: two sites, ready to label', async ({ launch }) => {
  const app = await launch()
  await app.page.getByRole('button', { name: /Open the sample/ }).click()
  const work = await new WorkspacePage(app.page).ready()
  await expect(work.documents.getByRole('button', { name: /songque\.example/ }).first()).toBeVisible()
  await expect(work.documents.getByRole('button', { name: /harbour-courier\.example/ }).first()).toBeVisible()
  await work.press('t')
  await work.saved()
})

test('opens the folder named at the start, and offers it again among the recent ones', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({ 'a.txt': 'Title\nBody.' })
  const first = await launch({ folders: [corpus] })
  await new WorkspacePage(first.page).ready()
  await first.close()
  const second = await launch()
  await second.page.getByRole('button', { name: corpus }).click()
  const work = await new WorkspacePage(second.page).ready()
  await expect(work.segment('Title')).toBeVisible()
  await work.press('Control+Backspace')
  await expect(second.page.getByRole('heading', { name: 'Winnow' })).toBeVisible()
})

test(
  'a recent folder that is gone is said by name, and the others still open',
  inWindow,
  async ({ launch, makeCorpus }) => {
    const corpus = await makeCorpus({ 'a.txt': 'Title\nBody.' })
    const first = await launch({ folders: [corpus] })
    await new WorkspacePage(first.page).ready()
    await first.close()
    await rename(corpus, `${corpus} moved`)
    const { page } = await launch()
    await page.getByRole('button', { name: corpus }).click()
    await expect(page.getByRole('alert')).toContainText(basename(corpus))
    await expect(page.getByRole('alert')).toContainText('does not exist')
    await page.getByRole('button', { name: /Open the sample/ }).click()
    await new WorkspacePage(page).ready()
  },
)

test('a folder without dumps says what it looks for', inWindow, async ({ launch, makeCorpus }) => {
  for (const folder of [await makeCorpus({}), await makeCorpus({ 'picture.jpg': 'x', '.hidden.txt': 'x' })]) {
    const app = await launch({ folders: [folder] })
    await expect(app.page.getByText('This folder holds no .txt or .md file').first()).toBeVisible()
    await app.close()
  }
})

test(
  'the annotator names the folder of the labels; a name that cannot be one is refused',
  inWindow,
  async ({ launch }) => {
    const { page } = await launch()
    const name = page.getByRole('textbox', { name: 'You label as' })
    await name.fill('a/b')
    await expect(page.getByRole('alert')).toContainText('a folder cannot have')
    await name.fill('Thảo')
    await expect(page.getByRole('alert')).toHaveCount(0)
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'You label as' })).toHaveValue('Thảo')
  },
)
