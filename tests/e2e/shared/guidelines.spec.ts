import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../app/fixtures.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

test('guidelines stand beside the work, are edited in place, and others’ words are not overwritten', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({ 'a.txt': 'Title\nBody\n' })
  const path = join(corpus, 'winnow', 'guidelines.md')
  const { page } = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(page).ready()
  await work.press('F2')
  const panel = page.getByRole('complementary', { name: 'Guidelines' })
  await expect(panel).toContainText('Could this text stand on any page of the site')
  await expect(panel.getByRole('heading', { name: 'Hard cases' })).toBeVisible()
  // The keys are the document's still.
  await work.press('t')
  await work.expectCount('title', 1)

  await panel.getByRole('button', { name: 'Edit' }).click()
  await panel.getByRole('button', { name: 'Vietnamese' }).click()
  const text = panel.getByRole('textbox', { name: 'Text of the guidelines' })
  await expect(text).toHaveValue(/Phép thử/)
  await text.fill('# Ours\n\nA *bold* <img src=x> word\n')
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(panel.getByRole('heading', { name: 'Ours' })).toBeVisible()
  await expect(panel.locator('em')).toHaveText('bold')
  await expect(panel).toContainText('<img src=x>')
  expect(await readFile(path, 'utf8')).toBe('# Ours\n\nA *bold* <img src=x> word\n')

  await panel.getByRole('button', { name: 'Edit' }).click()
  await text.fill('# Mine')
  await writeFile(path, '# Theirs\n')
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(panel.getByRole('alert')).toContainText('changed by someone else meanwhile')
  await expect(text).toHaveValue('# Mine')
  expect(await readFile(path, 'utf8')).toBe('# Theirs\n')
  await panel.getByRole('button', { name: 'Read them again' }).click()
  await expect(panel.getByRole('alert')).toHaveCount(0)
  await panel.getByRole('button', { name: 'Cancel' }).click()
  await expect(panel.getByRole('heading', { name: 'Theirs' })).toBeVisible()
  await panel.getByRole('button', { name: 'Close the guidelines' }).click()
  await expect(panel).toHaveCount(0)
})
