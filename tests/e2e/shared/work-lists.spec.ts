import { expect, test } from '../app/fixtures.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const page = 'Title\nBody of the page.'

test('a sample is made, worked through, and there again until all documents are chosen', async ({
  launch,
  makeCorpus,
}) => {
  const names = Array.from({ length: 9 }, (_, n) => `a.vn/${n + 1}.txt`)
  const dumps = [...names, 'b.com/1.txt'].map((name) => [name, page] as const)
  const folders = [await makeCorpus(Object.fromEntries(dumps))]
  let app = await launch({ folders })
  let work = await new WorkspacePage(app.page).ready()
  await expect(app.page.getByText('0 of 10 done')).toBeVisible()

  await work.press('Shift+A')
  const dialog = app.page.getByRole('dialog', { name: 'Work lists' })
  await dialog.getByRole('button', { name: 'New work list…' }).click()
  const make = dialog.getByRole('button', { name: 'Make it and work on it' })
  await expect(make).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Name of the new list' }).fill('pilot')
  await dialog.getByRole('textbox', { name: 'Documents in the sample' }).fill('2')
  await dialog.getByRole('combobox', { name: 'In proportion from each' }).selectOption('site')
  await expect(dialog.getByRole('status')).toContainText('2 of 10 documents that fit')
  await make.click()
  await expect(dialog).toHaveCount(0)
  await expect(work.notice).toContainText('You work on “pilot” now: 2 documents.')
  await expect(app.page.getByText('0 of 2 done')).toBeVisible()
  await expect(work.documents.getByRole('listitem')).toHaveCount(2)
  const first = work.documents.getByRole('listitem').first()
  await expect(first).toContainText('a.vn')
  // One that is not in the list was open.
  await work.opened((await first.getByRole('button').getAttribute('title')) ?? '')
  await work.press('e', 'd')
  await work.opened('b.com/1.txt')
  await expect(app.page.getByText('1 of 2 done')).toBeVisible()
  await work.press('n')
  await expect(work.notice).toContainText('last document')
  await work.saved()
  await app.close()

  app = await launch({ folders })
  work = await new WorkspacePage(app.page).ready()
  await expect(app.page.getByText('1 of 2 done')).toBeVisible()
  await app.page.getByRole('button', { name: 'Work list: pilot. Choose another' }).click()
  const again = app.page.getByRole('dialog', { name: 'Work lists' })
  await expect(again.getByRole('radio', { name: /^pilot/ })).toBeChecked()
  await again.getByRole('radio', { name: 'All documents' }).check()
  await again.getByRole('button', { name: 'Close' }).click()
  await expect(work.documents.getByRole('listitem')).toHaveCount(10)
})

test('a list is made of the ids in a file, exported alone, and removed in another window', async ({
  launch,
  makeCorpus,
}) => {
  const app = await launch({ folders: [await makeCorpus({ 'a.txt': page, 'b.txt': page, 'c.txt': page })] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('t', 'n')
  await work.opened('b.txt')
  await work.press('t')
  await work.press('Shift+A')
  const dialog = app.page.getByRole('dialog', { name: 'Work lists' })
  await dialog.getByRole('button', { name: 'New work list…' }).click()
  await dialog.getByRole('textbox', { name: 'Name of the new list' }).fill('wanted')
  await dialog.getByRole('radio', { name: 'ids in a file, one a line' }).check()
  const ids = { name: 'ids.txt', mimeType: 'text/plain', buffer: Buffer.from('c.txt\r\nd.txt\r\na.txt\r\n') }
  await dialog.getByLabel('File with ids').setInputFiles(ids)
  await expect(dialog.getByRole('status')).toContainText('1 id is not in this folder: d.txt')
  await dialog.getByRole('radio', { name: 'all that fit' }).check()
  await dialog.getByRole('button', { name: 'Make it and work on it' }).click()
  await expect(work.documents.getByRole('listitem')).toHaveText([/^a.txt/, /^c.txt/])
  await work.saved()
  await work.press('Control+e')
  const exporting = app.page.getByRole('dialog', { name: 'Export' })
  await exporting.getByRole('combobox', { name: 'Documents' }).selectOption('work list wanted: 2 documents')
  await exporting.getByRole('button', { name: 'Export' }).click()
  await expect(exporting).toContainText('1 document written to')
  await exporting.getByRole('button', { name: 'Close' }).click()
  const other = await new WorkspacePage(await app.newPage()).ready()
  await expect(other.documents.getByRole('listitem')).toHaveCount(2)
  await work.press('Shift+A')
  await dialog.getByRole('button', { name: 'Remove the work list wanted' }).click()
  await dialog.getByRole('button', { name: 'Remove it' }).click()
  await expect(dialog.getByRole('radio')).toHaveCount(1)
  await expect(dialog.getByRole('radio', { name: 'All documents' })).toBeChecked()
  await expect(other.documents.getByRole('listitem')).toHaveCount(3)
  await expect(other.notice).toContainText('The work list “wanted” was removed.')
})
