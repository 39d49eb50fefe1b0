import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { fineLabelSet } from '../../../src/core/fine-label-set.ts'
import { type Label, simpleLabelSet } from '../../../src/core/label-set.ts'
import { labelSetFile, parseLabelSetFile } from '../../../src/core/label-set-file.ts'
import { labelTextsVi } from '../../../src/core/label-texts/label-texts-vi.ts'
import { projectFileSchema } from '../../../src/core/project-file.ts'
import { expect, test } from '../app/fixtures.ts'
import { readLabels } from '../app/read-labels.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const text = 'Title\nBody\n![]() |\nMost read\n'

const editor = (page: Page): Locator => page.getByRole('dialog', { name: 'Label set' })

const labelNames = (dialog: Locator): Promise<string[]> =>
  dialog.getByRole('list', { name: 'Labels of the set' }).locator('.label-name').allTextContents()

async function savedLabels(corpus: string): Promise<Label[]> {
  const file = JSON.parse(await readFile(join(corpus, 'winnow', 'project.json'), 'utf8'))
  return projectFileSchema.parse(file).labelSet.labels
}

const savedNames = async (corpus: string): Promise<string[]> =>
  (await savedLabels(corpus)).map(({ name }) => name)

test('adds and changes a label by keyboard alone; a clashing key is refused with the reason', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({ 'a.txt': text })
  const { page } = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(page).ready()
  await work.press('Shift+E')
  const dialog = editor(page)
  await dialog.getByRole('button', { name: 'Add a label' }).press('Enter')
  await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
  await page.keyboard.type('quote')
  await work.press('Tab')
  await page.keyboard.type('j')
  await expect(dialog.getByRole('alert')).toContainText('belongs to the command “Next segment”')
  await work.press('Backspace')
  await page.keyboard.type('b')
  await expect(dialog.getByRole('alert')).toContainText('body has this key')
  await work.press('Backspace')
  await page.keyboard.type('q')
  await dialog.getByRole('radio', { name: 'Pink' }).press('Space')
  await dialog.getByRole('radio', { name: 'keeps this text' }).press('Space')
  await dialog.getByRole('textbox', { name: 'Description' }).fill('What someone said.')
  await dialog.getByRole('textbox', { name: 'Examples' }).fill('“It was cold.”\n\n“Very.”')
  for (const _ of [1, 2, 3]) await dialog.getByRole('button', { name: 'Move up' }).press('Enter')
  expect(await labelNames(dialog)).toEqual(['title', 'quote', 'body', 'caption', 'boilerplate'])
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await work.press('q', 'k')
  await work.expectCount('quote', 1)
  await expect(page.getByRole('list', { name: 'Examples of quote' })).toHaveText('“It was cold.”“Very.”')
  await expect(page.getByRole('region', { name: 'Guideline' })).toContainText('What someone said.')
  await work.saved()
  expect((await readLabels(corpus, 'a.txt')).segments[0]).toMatchObject({ label: 'quote' })
})

test('asks what becomes of the segments of a removed label, renames, and takes all back in one step', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({ 'a.txt': text, 'b.txt': text })
  const { page } = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(page).ready()
  await work.press('t', 'b', 'c', 'x')
  await work.saved()
  await work.press('Shift+E')
  const dialog = editor(page)
  await dialog.getByRole('button', { name: /^caption/ }).click()
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('picture')
  await dialog.getByRole('button', { name: /^title/ }).click()
  await dialog.getByRole('button', { name: 'Remove or merge…' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toContainText('caption becomes picture')
  await expect(dialog).toContainText('1 segment (documents: 1)')
  const rewrite = dialog.getByRole('button', { name: 'Save and rewrite' })
  await expect(rewrite).toBeDisabled()
  await dialog.getByRole('combobox', { name: 'title is removed' }).selectOption('body')
  await rewrite.click()
  await expect(dialog).toHaveCount(0)
  await work.expectCount('body', 2)
  await work.expectCount('picture', 1)
  expect(await savedNames(corpus)).toEqual(['body', 'picture', 'boilerplate'])
  const labels = async () => (await readLabels(corpus, 'a.txt')).segments.map(({ label }) => label)
  expect(await labels()).toEqual(['body', 'body', 'picture', 'boilerplate'])
  await work.notice.getByRole('button', { name: 'Take back the last change of the label set' }).click()
  await expect(work.notice).toContainText('Taken back: 2 segments')
  await work.expectCount('caption', 1)
  await work.expectCount('title', 1)
  expect(await labels()).toEqual(['title', 'body', 'caption', 'boilerplate'])
  expect(await savedNames(corpus)).toEqual(['title', 'body', 'caption', 'boilerplate'])
})

test('writes a label set to a file, and begins with a preset or a file', async ({
  launch,
  makeCorpus,
  place,
}) => {
  const corpus = await makeCorpus({ 'a.txt': text })
  const { page } = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(page).ready()
  const keys = page.getByRole('contentinfo')
  await expect(keys).toContainText('rest is boilerplate')
  await work.press('Shift+E')
  const dialog = editor(page)
  await dialog.getByRole('button', { name: 'Fine: 12 labels' }).click()
  expect(await labelNames(dialog)).toEqual(fineLabelSet.labels.map(({ name }) => name))
  await dialog.getByRole('button', { name: 'Export as a file' }).click()
  await expect(dialog.locator('code')).toContainText('-labels-fine.json')
  const [file = ''] = await readdir(join(corpus, 'winnow', 'exports'))
  const written = await readFile(join(corpus, 'winnow', 'exports', file), 'utf8')
  expect(parseLabelSetFile(written)).toEqual(fineLabelSet)

  const choose = async (name: string, content: string): Promise<void> => {
    await writeFile(join(place, name), content)
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: 'Import a file…' }).click()
    await (await chooser).setFiles(join(place, name))
  }
  await choose('bad.json', '{"format":"other"}')
  await expect(dialog.getByRole('alert')).toContainText('no label set that Winnow can read')
  const [title, lede] = fineLabelSet.labels
  if (!title || !lede) throw new Error('the preset has labels')
  await choose('own.json', labelSetFile({ name: 'own', labels: [lede, title] }))
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  expect(await labelNames(dialog)).toEqual(['lede', 'title'])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('button', { name: 'Save and rewrite' }).click()
  await expect(dialog).toHaveCount(0)
  expect(await savedNames(corpus)).toEqual(['lede', 'title'])
  // Neither is dropped, so that there is none for the rest.
  await expect(keys).not.toContainText('rest is')
})

test('does not let changes go without a word', async ({ launch, makeCorpus }) => {
  const { page } = await launch({ folders: [await makeCorpus({ 'a.txt': text })] })
  const work = await new WorkspacePage(page).ready()
  await work.press('Shift+E')
  const dialog = editor(page)
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('headline')
  await work.press('Escape')
  await expect(dialog.getByRole('alert')).toContainText('not saved')
  await dialog.getByRole('button', { name: 'Discard the changes' }).click()
  await expect(dialog).toHaveCount(0)
  await work.expectCount('title', 0)
})

test('in Vietnamese a preset explains itself in Vietnamese, and is edited and saved as it was', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({ 'a.txt': text })
  const { page } = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(page).ready()
  await work.press('t', 'k', 'Control+,')
  await page.getByRole('radio', { name: 'Tiếng Việt' }).check()
  await work.press('Escape')
  const guideline = page.getByRole('region', { name: 'Hướng dẫn', exact: true })
  const shown = labelTextsVi.simple.title
  await expect(guideline).toContainText(`title: ${shown?.description}`)
  await expect(page.getByRole('list', { name: 'Ví dụ về title' })).toHaveText(shown?.examples[0] ?? '')

  await work.press('Shift+E')
  const dialog = page.getByRole('dialog', { name: 'Bộ nhãn' })
  const description = dialog.getByRole('textbox', { name: 'Mô tả' })
  const [title, ...others] = simpleLabelSet.labels
  await expect(description).toHaveValue(title?.description ?? '')
  await expect(description).toHaveAccessibleDescription(new RegExp(shown?.description ?? ''))
  await description.fill('Our headline.')
  await expect(description).not.toHaveAccessibleDescription(/tiếng Việt/)
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(guideline).toContainText('title: Our headline.')
  expect(await savedLabels(corpus)).toEqual([{ ...title, description: 'Our headline.' }, ...others])
})
