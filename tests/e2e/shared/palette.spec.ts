import { expect, test } from '../app/fixtures.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const text = 'Title\nBody\nCaption\nMore'

test('the palette finds commands and labels by name and gives them', async ({ launch, makeCorpus }) => {
  const { page } = await launch({ folders: [await makeCorpus({ 'a.txt': text, 'b.txt': text })] })
  const work = await new WorkspacePage(page).ready()
  const palette = page.getByRole('dialog', { name: 'Commands' })

  await work.press('Control+k')
  await page.keyboard.type('label as bod')
  await expect(palette.getByRole('option')).toHaveText([/^Label as body.*b/])
  await work.press('Enter')
  await expect(palette).toHaveCount(0)
  await work.expectCount('body', 1)
  await work.expectCurrent('Body')

  // Typed keys are text here and no commands, and the arrow keys choose.
  await work.press('Control+Shift+P')
  await page.keyboard.type('document')
  await expect(palette.getByRole('option').first()).toBeVisible()
  await page.getByRole('combobox').fill('next document')
  await expect(palette.getByRole('option', { name: /^Next document/ })).toContainText('n')
  await palette.getByRole('option', { name: /^Next document/ }).click()
  await work.opened('b.txt')

  await work.press('Control+k')
  await page.keyboard.type('filter')
  await work.press('Enter')
  await expect(page.getByRole('searchbox')).toBeFocused()

  await work.press('Escape', 'Control+k')
  await page.keyboard.type('qqqq')
  await expect(palette.getByText('No command has such a name.')).toBeVisible()
  await work.press('Escape')
  await expect(palette).toHaveCount(0)
})

test('the palette finds Vietnamese names with and without diacritics', async ({ launch, makeCorpus }) => {
  const { page } = await launch({ folders: [await makeCorpus({ 'a.txt': text })] })
  const work = await new WorkspacePage(page).ready()
  await work.press('Control+k')
  await page.keyboard.type('tieng viet')
  await work.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
  await page.keyboard.press('Control+k')
  for (const query of ['hoan tac', 'Hoàn tác', 'Hoàn tác'.normalize('NFD')]) {
    await page.getByRole('combobox').fill(query)
    await expect(page.getByRole('option').first()).toHaveText(/^Hoàn tác.*z/)
  }
})

test('help shows the keys of the place one is in', async ({ launch, makeCorpus }) => {
  const { page } = await launch({ folders: [await makeCorpus({ 'a.txt': text })] })
  const work = await new WorkspacePage(page).ready()
  const help = page.getByRole('dialog', { name: 'Keys' })
  await work.press('?')
  await expect(help.getByText('Next segment', { exact: true })).toBeVisible()
  await expect(help.getByText('Label as caption')).toBeVisible()
  await work.press('Escape', 'Control+Backspace')
  await page.getByRole('heading', { name: 'Winnow' }).waitFor()
  await work.press('?')
  await expect(help.getByText('Find a command')).toBeVisible()
  await expect(help.getByText('Next segment', { exact: true })).toHaveCount(0)
})
