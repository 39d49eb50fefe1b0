import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../app/fixtures.ts'
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
  await expect(work.documents.getByRole('button', { name: /a\.txt/ })).toHaveCount(0)
})
