import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../app/fixtures.ts'
import { readLabels } from '../app/read-labels.ts'
import { violations } from '../app/violations.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const text = 'Title\nBody\n![]() |\nMost read\n'

/** Gives a command from the palette, by keyboard alone. */
async function give(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(command)
  await page.getByRole('option', { name: command }).first().waitFor()
  await page.keyboard.press('Enter')
}

test('deletes the labels of a document into the trash and restores them from there', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({ 'a.txt': text })
  const { page } = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(page).ready()
  await give(page, 'Delete labels…')
  const asked = page.getByRole('dialog', { name: 'Delete labels' })
  await expect(asked.getByText('There are no labels to delete.')).toBeVisible()
  await page.keyboard.press('Escape')
  await work.press('t', 'b')
  await work.saved()
  const file = join(corpus, 'winnow', 'labels')
  const [annotator = ''] = await readdir(file)
  const path = join(file, annotator, 'a.txt.json')
  const before = await readFile(path)

  await give(page, 'Delete labels…')
  await expect(asked.getByText('a.txt: 2 of 4 segments are labelled.')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await asked.getByRole('button', { name: 'Move to the trash' }).press('Enter')
  await expect(asked).toHaveCount(0)
  await work.expectLabel('Title', 'no label')
  expect(existsSync(path)).toBe(false)
  // Steps to undo were of labels that are not there any more.
  await work.press('z')
  await work.expectLabel('Title', 'no label')

  // Labels given since are not overwritten unless they were shown.
  await work.press('c')
  await work.saved()
  await give(page, 'Trash…')
  const trash = page.getByRole('dialog', { name: 'Trash' })
  await expect(trash.getByRole('listitem')).toContainText(`Labels of a.txt by ${annotator}`)
  expect(await violations(page)).toEqual([])
  await trash.getByRole('button', { name: 'Restore' }).press('Enter')
  await expect(trash.getByRole('listitem')).toContainText('1 labelled now, 2 then')
  await trash.getByRole('button', { name: 'Restore all' }).press('Enter')
  await expect(trash.getByText('Restored in 1 document.')).toBeVisible()
  await trash.getByRole('button', { name: 'Close' }).press('Enter')
  await work.expectLabel('Title', 'title')
  await work.expectLabel('Body', 'body')
  const labels = await readLabels(corpus, 'a.txt')
  expect(labels.segments).toEqual(JSON.parse(before.toString()).segments)

  // What gave way is in the trash itself; only the annotator empties it.
  await give(page, 'Trash…')
  await expect(trash.getByRole('listitem')).toContainText('gave way to some from the trash')
  await trash.getByRole('button', { name: 'Empty the trash' }).press('Enter')
  await trash.getByRole('button', { name: 'Delete for good' }).press('Enter')
  await expect(trash.getByText('The trash is empty.')).toBeVisible()
})

test('restores an earlier version with its preview, as a step that undo takes back', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({ 'a.txt': text, 'b.txt': text })
  const first = await launch({ folders: [corpus] })
  const labelling = await new WorkspacePage(first.page).ready()
  await labelling.press('t', 'b')
  await labelling.saved()
  await first.kill()

  // Opening the corpus with labels keeps how they are today.
  const { page } = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(page).ready()
  await expect
    .poll(() => readdir(join(corpus, 'winnow', '.backups')))
    .toContainEqual(expect.stringMatching(/^[\d-]+$/))
  // Twice, as the version before one save would be the snapshot itself.
  await work.press('Home', 'x')
  await work.saved()
  await work.press('x', 'm')
  await work.saved()
  await give(page, 'Earlier versions…')
  const dialog = page.getByRole('dialog', { name: 'Earlier versions' })
  await dialog.getByRole('radio', { name: /snapshot of/ }).check()
  const preview = dialog.getByRole('region', { name: 'What would change' })
  await expect(preview).toContainText('2 runs of the text have another label.')
  await expect(preview.getByRole('listitem').filter({ hasText: 'Title' })).toContainText(/boilerplate.*title/)
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Restore' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await work.expectLabel('Title', 'title')
  await work.expectLabel('Body', 'body')
  await expect(work.segments.getByRole('option')).toHaveCount(4)
  await work.saved()
  expect((await readLabels(corpus, 'a.txt')).segments.map(({ label }) => label)).toEqual([
    'title',
    'body',
    null,
    null,
  ])
  await work.press('z')
  await work.expectLabel('Title', 'boilerplate')

  // The same for all documents at once.
  await work.saved()
  await give(page, 'Restore labels of a day…')
  const day = page.getByRole('dialog', { name: 'Restore labels of a day' })
  await expect(day.getByRole('listitem')).toContainText('a.txt')
  expect(await violations(page)).toEqual([])
  await day.getByRole('button', { name: 'Restore' }).press('Enter')
  await expect(day.getByText('1 document has its labels of then.')).toBeVisible()
  await day.getByRole('button', { name: 'Close' }).press('Enter')
  await work.expectLabel('Title', 'title')
})
