import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expect, test } from '../app/fixtures.ts'
import { inWindow } from '../app/in-window.ts'
import { readLabels } from '../app/read-labels.ts'
import type { RunningApp } from '../app/running-app.ts'
import { violations } from '../app/violations.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const text = 'Head\nBody\nFoot'

/** A file with labels for a document: `head` for its first line, and so on. */
const record = (id: string, head: string, body: string, foot: string) =>
  JSON.stringify({
    id,
    segments: [
      { start: 0, end: 4, label: head },
      { start: 5, end: 9, label: body },
      { start: 10, end: 14, label: foot },
    ],
  })

/** Chooses a file in the open dialog, by the system's dialog or the browser's. */
async function chooseFile(app: RunningApp, dialog: Locator, path: string): Promise<void> {
  const button = dialog.getByRole('button', { name: 'Choose files…' })
  if (app.answerFolderDialog) {
    await app.answerFolderDialog(path)
    await button.click()
  } else {
    const chooser = app.page.waitForEvent('filechooser')
    await button.click()
    await (await chooser).setFiles(path)
  }
}

test('takes labels in, over two that are different, and takes that back', async ({
  launch,
  makeCorpus,
  place,
}) => {
  const corpus = await makeCorpus({ 'a.txt': text, 'b.txt': text })
  const file = join(place, 'gold.jsonl')
  const lines = [
    record('a.txt', 'caption', 'caption', 'boilerplate'),
    record('b.txt', 'title', 'body', 'advert'),
    record('nowhere.txt', 'title', 'body', 'body'),
  ]
  await writeFile(file, lines.join('\n'))
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('t', 'b')
  await work.saved()
  await work.press('Control+Shift+e')
  const dialog = app.page.getByRole('dialog', { name: 'Take labels in' })
  await chooseFile(app, dialog, file)
  await expect(dialog.getByRole('list', { name: 'Documents with other labels' })).toContainText(
    'a.txt: 2 segments are labelled otherwise. The first is title: “Head”.',
  )
  await expect(dialog.getByRole('list', { name: /not taken in/ })).toContainText('nowhere.txt')
  await expect(dialog.getByRole('combobox', { name: 'Format' })).toHaveValue('jsonl')
  const takeIn = dialog.getByRole('button', { name: 'Take in' })
  await expect(takeIn).toBeDisabled()
  await dialog.getByRole('combobox', { name: 'advert' }).selectOption({ label: 'Take as boilerplate' })
  await expect(dialog).toContainText('3 labelled segments would be taken in; documents changed: 1.')
  await dialog.getByRole('checkbox', { name: /Overwrite labels/ }).check()
  await expect(dialog).toContainText('6 labelled segments would be taken in; documents changed: 2.')
  expect(await violations(app.page)).toEqual([])
  await takeIn.click()
  await expect(dialog).toContainText('6 labelled segments were taken in; documents changed: 2.')
  await expect(dialog).toContainText('1 item is not taken in')
  expect((await readLabels(corpus, 'a.txt')).segments.map(({ label }) => label)).toEqual([
    'caption',
    'caption',
    'boilerplate',
  ])
  expect((await readLabels(corpus, 'b.txt')).segments[2]).toMatchObject({ label: 'boilerplate' })
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog).toContainText('Taken back in 2 documents.')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await work.expectLabel('Head', 'title')
  await work.expectLabel('Body', 'body')
  await work.expectLabel('Foot', 'no label')
})

test(
  'takes suggestions of a model in, which are shown and accepted, and undoes them by command',
  inWindow,
  async ({ launch, makeCorpus, place }) => {
    const corpus = await makeCorpus({ 'a.txt': text })
    const file = join(place, 'cleaned.jsonl')
    await writeFile(file, record('a.txt', 'caption', 'caption', 'caption'))
    const app = await launch({ folders: [corpus] })
    const work = await new WorkspacePage(app.page).ready()
    await work.press('Control+Shift+e')
    const dialog = app.page.getByRole('dialog', { name: 'Take labels in' })
    await chooseFile(app, dialog, file)
    await dialog.getByRole('radio', { name: /^suggestions/ }).check()
    await dialog.getByRole('textbox', { name: 'Name of the model' }).fill('other cleaner')
    await dialog.getByRole('button', { name: 'Take in' }).click()
    await expect(dialog).toContainText('documents changed: 1.')
    await dialog.getByRole('button', { name: 'Close' }).click()
    await app.page.getByRole('combobox', { name: 'Suggestions of' }).selectOption('other cleaner')
    await expect(work.segments.getByRole('option', { name: /suggested caption, 100%/ })).toHaveCount(3)
    await work.press('Enter')
    await work.expectLabel('Head', 'caption')
    await work.saved()
    await work.press('Control+k')
    await app.page.keyboard.type('Undo last import')
    await work.press('Enter')
    const undo = app.page.getByRole('dialog', { name: 'Undo last import' })
    await expect(undo).toContainText('suggestions of other cleaner')
    await undo.getByRole('button', { name: 'Undo' }).click()
    await expect(undo).toContainText('Taken back in 1 document.')
    await undo.getByRole('button', { name: 'Close' }).click()
    await work.expectLabel('Head', 'caption')
  },
)
