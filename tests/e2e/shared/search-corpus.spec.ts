import { expect, test } from '../app/fixtures.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const dumps = {
  'a.txt': 'Chợ nổi\nGạo trắng\nphiên chợ cuối năm',
  'b.txt': 'Nothing of the kind',
  'c.txt': 'One\nTwo\nthe market, cho in short',
  'd.txt': Buffer.from('ch\0', 'latin1'),
}

test('finds text in all documents and opens one at its segment, by keyboard alone', async ({
  launch,
  makeCorpus,
}) => {
  const app = await launch({ folders: [await makeCorpus(dumps)] })
  const work = await new WorkspacePage(app.page).ready()
  const dialog = app.page.getByRole('dialog', { name: 'Search in all documents' })
  const results = dialog.getByRole('listbox', { name: 'What was found' }).getByRole('option')
  await work.press('Control+Shift+F')
  await expect(dialog.getByRole('combobox', { name: 'Text to search for' })).toBeFocused()
  await app.page.keyboard.type('CHO')
  await expect(results).toHaveText(['Chợ nổi', 'phiên chợ cuối năm', 'the market, cho in short'])
  await expect(dialog.getByRole('status')).toHaveText('3 matches in 2 documents.')
  await dialog.getByText('1 document was left out').click()
  await expect(dialog.getByText(/is not plain text/)).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Text to search for' }).focus()
  await work.press('ArrowDown', 'ArrowDown')
  await expect(results.nth(2)).toHaveAttribute('aria-selected', 'true')
  await work.press('Enter')
  await expect(dialog).toBeHidden()
  await work.opened('c.txt')
  await work.expectCurrent('the market, cho in short')

  // What was found is still there.
  await work.press('Control+Shift+F')
  await expect(results).toHaveCount(3)
  await results.nth(1).click()
  await work.opened('a.txt')
  await work.expectCurrent('phiên chợ cuối năm')
})

test('searches within a label and a state, and says what is wrong with a regular expression', async ({
  launch,
  makeCorpus,
}) => {
  const app = await launch({ folders: [await makeCorpus(dumps)] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('t', 'b', 'i')
  await work.saved()
  const dialog = app.page.getByRole('dialog', { name: 'Search in all documents' })
  const results = dialog.getByRole('listbox', { name: 'What was found' }).getByRole('option')
  await work.documents.getByRole('button', { name: 'Search in all documents' }).click()
  await app.page.keyboard.type('cho')
  await expect(results).toHaveCount(3)
  await dialog.getByRole('combobox', { name: 'In segments labelled' }).selectOption('title')
  await expect(results).toHaveText(['Chợ nổi'])
  await dialog.getByRole('combobox', { name: 'In segments labelled' }).selectOption('no label')
  await expect(results).toHaveText(['phiên chợ cuối năm', 'the market, cho in short'])
  await dialog.getByRole('combobox', { name: 'In documents that are' }).selectOption('skipped')
  await expect(results).toHaveText(['phiên chợ cuối năm'])
  await dialog.getByRole('button', { name: 'Regular expression' }).click()
  await dialog.getByRole('combobox', { name: 'Text to search for' }).fill('[')
  await expect(dialog.getByRole('alert')).toContainText('“[” is no regular expression')
})

test('a regular expression that takes too long is stopped by name, and the window works meanwhile', async ({
  launch,
  makeCorpus,
}) => {
  const app = await launch({
    folders: [await makeCorpus({ 'a.txt': 'One\nTwo', 'slow.txt': `${'a'.repeat(60)}!` })],
  })
  const work = await new WorkspacePage(app.page).ready()
  const dialog = app.page.getByRole('dialog', { name: 'Search in all documents' })
  await work.press('Control+Shift+F')
  await dialog.getByRole('button', { name: 'Regular expression' }).click()
  await dialog.getByRole('combobox', { name: 'Text to search for' }).fill('(a+)+$')
  await expect(dialog.getByText('0 of 2 documents searched')).toBeVisible()
  await expect(dialog.getByRole('alert')).toContainText('was stopped after 2 seconds in “slow.txt”')
  await work.press('Escape', 't')
  await work.expectCount('title', 1)
})
