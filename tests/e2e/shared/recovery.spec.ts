import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../app/fixtures.ts'
import { readLabels } from '../app/read-labels.ts'
import { violations } from '../app/violations.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const lines = Array.from({ length: 12 }, (_, n) => `Line ${n + 1} of twelve`).join('\n')

test('what could not be saved is said at once, survives kill -9, and is offered and recovered', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({ 'a.txt': lines, 'b.txt': 'Other\nPage' })
  const first = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(first.page).ready()
  // A file where the folder of the labels should be: nothing can be written there, even by root.
  const block = join(corpus, 'winnow')
  await writeFile(block, '')
  await work.press('t', 'b')
  const alert = first.page.getByRole('alert')
  await expect(alert).toContainText('a.txt is not on the disk yet')
  await expect(alert).toContainText(block)
  await expect(alert).toContainText('in the recovery file')
  expect(await violations(first.page)).toEqual([])
  // Labelling goes on, in other documents too, and it stays said on every screen.
  await work.press('c', 'n')
  await work.opened('b.txt')
  await work.press('x')
  await expect(alert).toContainText('a.txt and one more document')
  await expect(work.openDocument).toContainText('b.txt')
  // What the bar says first is longer or shorter, and moves the button below it.
  await expect(alert).toContainText('in the recovery file')
  await first.page.getByRole('button', { name: 'Winnow', exact: true }).click()
  await expect(first.page.getByRole('heading', { level: 1, name: 'Winnow' })).toBeVisible()
  await expect(alert).toContainText('in the recovery file')
  await first.kill()
  await rm(block)

  const again = await launch({ folders: [corpus] })
  const dialog = again.page.getByRole('dialog', { name: 'Labels that were not saved' })
  const page = dialog.getByRole('region', { name: 'a.txt' })
  await expect(page.getByRole('row').filter({ hasText: 'Line 3 of' })).toContainText(/no label\s*caption/)
  expect(await violations(again.page)).toEqual([])
  await dialog.getByRole('checkbox', { name: 'Recover or discard the work on b.txt' }).uncheck()
  await dialog.getByRole('button', { name: 'Recover' }).press('Enter')
  await expect(dialog.getByRole('status')).toContainText('4 changes were recovered')
  await again.page.keyboard.press('Escape')
  expect((await readLabels(corpus, 'a.txt')).segments.slice(0, 4).map((segment) => segment.label)).toEqual([
    'title',
    'body',
    'caption',
    null,
  ])
  const later = await new WorkspacePage(again.page).ready()
  await later.open('a.txt')
  await later.expectLabel('Line 2 of', 'body')

  // What was left for later is there to be asked for, and can be put away.
  await later.press('Control+k')
  await again.page.keyboard.type('not saved')
  await again.page.keyboard.press('Enter')
  await expect(dialog.getByRole('region')).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Discard' }).click()
  await expect(dialog.getByRole('status')).toContainText('discarded')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await again.page.reload()
  await later.ready()
  await expect(dialog).toHaveCount(0)
})
