import { expect, test } from '../app/fixtures.ts'
import { violationsInBothThemes } from '../app/violations.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

test('every screen meets WCAG 2.2 AA in both themes', async ({ launch, makeCorpus }) => {
  const corpus = await makeCorpus({
    'a.txt': 'Title\nBody\n![]() |\nRelated\nMore\n',
    'b.txt': Buffer.from('\0', 'latin1'),
  })
  const { page } = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(page).ready()
  await work.press('t', 'b', 'c', 'x', 'k', 'k', 'Shift+K')
  await work.saved()
  expect(await violationsInBothThemes(page)).toEqual([])
  await work.press('F2')
  await page.getByRole('heading', { name: 'Hard cases' }).waitFor()
  expect(await violationsInBothThemes(page)).toEqual([])
  await work.press('F2', 'Shift+E')
  await page.getByRole('dialog', { name: 'Label set' }).waitFor()
  expect(await violationsInBothThemes(page)).toEqual([])
  await work.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.setViewportSize({ width: 900, height: 700 })
  expect(await violationsInBothThemes(page)).toEqual([])
  await work.press('?')
  await page.getByRole('dialog').waitFor()
  expect(await violationsInBothThemes(page)).toEqual([])
  await work.press('Escape', 'Control+e')
  await page.getByRole('dialog', { name: 'Export' }).waitFor()
  expect(await violationsInBothThemes(page)).toEqual([])
  await work.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await work.press('n')
  await page.getByRole('alert').waitFor()
  expect(await violationsInBothThemes(page)).toEqual([])
  await work.press('Control+Backspace')
  await page.getByRole('heading', { name: 'Winnow' }).waitFor()
  expect(await violationsInBothThemes(page)).toEqual([])
  await page.getByRole('button', { name: /Practise labelling/ }).click()
  await page.getByRole('listbox', { name: 'Segments to practise on' }).waitFor()
  await work.press('x', 'b')
  expect(await violationsInBothThemes(page)).toEqual([])
})

test('every dialog meets WCAG 2.2 AA in both themes', async ({ launch, makeCorpus }) => {
  const { page } = await launch({ folders: [await makeCorpus({ 'a.txt': 'Title\nBody\n\tMore  \n' })] })
  const work = await new WorkspacePage(page).ready()
  const dialog = page.getByRole('dialog')
  const closed = async (): Promise<void> => {
    await work.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await work.press('t', 'b', 'F9', 'Control+,')
  await dialog.waitFor()
  expect(await violationsInBothThemes(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Change keys…' }).click()
  await page.getByRole('dialog', { name: 'Change keys' }).waitFor()
  await dialog.getByRole('button', { name: 'Next segment: j, change' }).click()
  await work.press('k')
  await dialog.getByRole('alert').waitFor()
  expect(await violationsInBothThemes(page)).toEqual([])
  await work.press('Escape')
  await closed()
  for (const key of ['Control+k', '?', 'Shift+S', 'f', 'Shift+L', 'Shift+A', 'Control+e']) {
    await work.press(key)
    await dialog.waitFor()
    expect(await violationsInBothThemes(page), key).toEqual([])
    await closed()
  }
  await work.press('Shift+A')
  await dialog.getByRole('button', { name: 'New work list…' }).click()
  await dialog.getByText('1 of 1 document').waitFor()
  expect(await violationsInBothThemes(page)).toEqual([])
  await closed()
  await work.press('s')
  expect(await violationsInBothThemes(page)).toEqual([])
})

test('a segment is told with its label, its text and its place', async ({ launch, makeCorpus }) => {
  const { page } = await launch({ folders: [await makeCorpus({ 'a.txt': 'Title\nBody\nMore' })] })
  const work = await new WorkspacePage(page).ready()
  await work.press('t', 'b')
  const body = work.segments.getByRole('option', { name: /^body.*Body/ })
  await expect(body).toHaveAttribute('aria-posinset', '2')
  await expect(body).toHaveAttribute('aria-setsize', '3')
  await work.press('k')
  await expect(body).toHaveAttribute('aria-selected', 'true')
  await expect(work.segments.getByRole('option', { name: /^no label.*More/ })).toHaveAttribute(
    'aria-selected',
    'false',
  )
})

test('both searches meet WCAG 2.2 AA in both themes', async ({ launch, makeCorpus }) => {
  const { page } = await launch({
    folders: [await makeCorpus({ 'a.txt': 'Title\nBody\n', 'b.txt': 'Bodies\n', 'c.txt': 'One more' })],
  })
  const work = await new WorkspacePage(page).ready()
  await work.press('i')
  await expect(work.segment('Bodies')).toBeVisible()
  await work.press('Control+f')
  await page.keyboard.type('bod')
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible()
  expect(await violationsInBothThemes(page)).toEqual([])
  await work.press('Escape', 'Control+Shift+F')
  await page.keyboard.type('bod')
  await expect(page.getByText('2 matches in 2 documents.')).toBeVisible()
  expect(await violationsInBothThemes(page)).toEqual([])
  await page.setViewportSize({ width: 900, height: 700 })
  expect(await violationsInBothThemes(page)).toEqual([])
})
