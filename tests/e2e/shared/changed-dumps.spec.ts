import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../app/fixtures.ts'
import { readLabels } from '../app/read-labels.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

test('labels follow a dump that is renamed while it is open', async ({ launch, makeCorpus }) => {
  const corpus = await makeCorpus({ 'a.txt': 'First page\nwith two lines', 'b.txt': 'Second page' })
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('t')
  await work.saved()
  await rename(join(corpus, 'a.txt'), join(corpus, 'moved.txt'))
  await expect(work.notice).toContainText('Labels of a.txt followed to moved.txt')
  await work.opened('moved.txt')
  await work.expectLabel('First page', 'title')
  await expect(work.documents.getByRole('button', { name: 'in progress moved.txt' })).toBeVisible()
  // The work goes on where it was.
  await work.press('b')
  await work.expectLabel('with two lines', 'body')
  await work.saved()
  expect((await readLabels(corpus, 'moved.txt')).segments.map(({ label }) => label)).toEqual([
    'title',
    'body',
  ])
  await expect(work.documents.getByRole('button', { name: /a\.txt/ })).toHaveCount(0)
})

/** Whether a label is suggested for it depends on what was learned by then. */
const newLine = 'no label(, suggested \\w+, \\d+%)? to review'

test('what a change of the dump brings is to review: reached, left as it is, labelled, and undone', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({ 'a.txt': 'First page\nwith two lines' })
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('t', 'b')
  await work.saved()
  await writeFile(join(corpus, 'a.txt'), 'First page\nsomething new\nwith two lines\nand one more')
  await app.page.getByRole('button', { name: /Carry the labels over/ }).click()
  await work.expectLabel('with two lines', 'body')
  await work.expectLabel('something new', newLine)
  await work.expectCount('to review', 2)
  await work.press('Home', ',')
  await work.expectCurrent('something new')
  await work.press(' ')
  await work.expectCurrent('and one more')
  await work.expectCount('to review', 1)
  await work.press('x')
  await work.expectLabel('and one more', 'boilerplate')
  await expect(work.labels.getByText('to review')).toHaveCount(0)
  await work.press('z', 'z')
  await work.expectCount('to review', 2)
  await work.saved()
  await app.page.reload()
  await work.expectLabel('something new', newLine)
})
