import { expect, test } from '../app/fixtures.ts'
import { readLabels } from '../app/read-labels.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const dumps = {
  'a.txt': 'Home | News | Sport\nA storm is coming\nIt will rain.\nMost read',
  'b.txt': 'Home | News | Sport\nThe harbour is closed\nAll boats stay in.\nMost read',
  'c.txt': 'HOME | NEWS |  SPORT\nThe market moves\nMost read\nMost read',
}

test('labels a line and all its repeats by two keys, and takes it back by one', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus(dumps)
  const { page } = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(page).ready()
  const dialog = page.getByRole('dialog', { name: 'Label all repeats' })
  await work.press('r')
  await expect(dialog.getByRole('radio', { name: 'boilerplate' })).toBeChecked()
  await expect(dialog.getByText('Labels 3 segments in 3 documents.')).toBeVisible()
  await expect(dialog.getByRole('list', { name: 'Where they stand' })).toContainText('The harbour is closed')
  await work.press('Enter')
  await expect(work.notice).toContainText(
    'Labelled 1 segment by hand and 2 segments in 2 documents as repeats.',
  )
  await work.expectCount('boilerplate', 1)
  await work.expectCurrent('A storm is coming')
  await work.open('c.txt')
  await work.opened('c.txt')
  await work.expectCount('boilerplate', 1)
  const there = (await readLabels(corpus, 'c.txt')).segments[0]
  expect(there).toMatchObject({ label: 'boilerplate', by: 'propagated', from: 'a.txt' })

  await work.open('a.txt')
  await work.opened('a.txt')
  await work.press('z')
  await expect(work.notice).toContainText('Took the labels of the repeats back: 2 segments in 2 documents.')
  await work.expectCount('boilerplate', 0)
  expect((await readLabels(corpus, 'c.txt')).segments[0]).toMatchObject({ label: null })
  await work.press('Shift+Z')
  await expect(work.notice).toContainText('Labelled the repeats again: 2 segments in 2 documents.')
  await work.expectCount('boilerplate', 1)
  expect((await readLabels(corpus, 'c.txt')).segments[0]).toMatchObject({ label: 'boilerplate' })
})

test('leaves what is labelled otherwise as it is, unless told to change it too', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus(dumps)
  const { page } = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(page).ready()
  const dialog = page.getByRole('dialog', { name: 'Label all repeats' })
  await work.open('b.txt')
  await work.opened('b.txt')
  await work.press('End', 'b')
  await work.saved()
  await work.open('a.txt')
  await work.opened('a.txt')
  await work.press('End', 'r', 'c')
  await expect(dialog.getByRole('radio', { name: 'caption' })).toBeChecked()
  await expect(dialog.getByText('Labels 3 segments in 2 documents.')).toBeVisible()
  await expect(dialog.getByText('body by hand: 1 segment in 1 document')).toBeVisible()
  await expect(dialog.getByRole('checkbox', { name: 'Change these too' })).not.toBeChecked()
  await work.press('Enter')
  await expect(work.notice).toContainText('2 segments in 1 document as repeats.')
  expect((await readLabels(corpus, 'b.txt')).segments[3]).toMatchObject({ label: 'body', by: 'human' })

  await work.press('End', 'r')
  await dialog.getByRole('checkbox', { name: 'Change these too' }).check()
  await dialog.getByRole('button', { name: 'Label all' }).click()
  await expect(work.notice).toContainText('Labelled 1 segment in 1 document.')
  expect((await readLabels(corpus, 'b.txt')).segments[3]).toMatchObject({ label: 'caption' })
  await work.notice.getByRole('button', { name: 'Undo labelling repeats' }).click()
  await expect(work.notice).toContainText('Took the labels of the repeats back: 1 segment in 1 document.')
  expect((await readLabels(corpus, 'b.txt')).segments[3]).toMatchObject({ label: 'body', by: 'human' })
})
