import { type AppFixtures, expect, test } from '../app/fixtures.ts'
import { readLabels } from '../app/read-labels.ts'
import { violationsInBothThemes } from '../app/violations.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const dumps = {
  'courier.example/a.txt':
    'Home | News | Sport\nA storm is coming\nIt will rain.\nMost read\nAll rights reserved',
  'courier.example/b.txt': 'Home | News | Sport\nThe harbour is closed\nBoats stay in.\nMost read',
  'courier.example/c.txt': 'HOME | NEWS |  SPORT\nThe market moves\nMost read\nAll rights reserved',
  'other.example/d.txt': 'Something else\nAll rights reserved',
}

async function openView({ launch, makeCorpus }: Pick<AppFixtures, 'launch' | 'makeCorpus'>) {
  const corpus = await makeCorpus(dumps)
  const { page } = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(page).ready()
  // The whole corpus was read by then.
  await expect(work.segment('Home | News | Sport')).toContainText('on 3 of 3 pages of this site')
  await work.press('Shift+R')
  const dialog = page.getByRole('dialog', { name: 'Repeated lines' })
  const lines = dialog.getByRole('listbox', { name: 'Repeated lines' }).getByRole('option')
  await expect(lines).toHaveCount(3)
  return { corpus, page, work, dialog, lines }
}

test('labels the most repeated lines of a site, one key each', async ({ launch, makeCorpus }) => {
  const { corpus, work, dialog, lines } = await openView({ launch, makeCorpus })
  await expect(lines).toContainText(['Home | News | Sport', 'Most read', 'All rights reserved'])
  await work.press('x')
  await expect(dialog.getByText('Labelled 3 segments in 3 documents.')).toBeVisible()
  await expect(lines.nth(0)).toContainText('boilerplate 3')
  await expect(lines.nth(1)).toHaveAttribute('aria-selected', 'true')
  await work.press('ArrowDown', 'k', 'c')
  await expect(lines.nth(1)).toContainText('caption 3')
  await expect(dialog.getByRole('button', { name: 'Undo' })).toBeVisible()
  await work.press('z')
  await expect(lines.nth(1)).toContainText('no label 3')
  await expect(lines.nth(0)).toContainText('boilerplate 3')

  // The whole corpus has one more of the last line; what was labelled goes once one asks for what is not.
  await work.press('s')
  await expect(lines.nth(0)).toContainText(/All rights reserved.*no label 3/)
  await work.press('f')
  await expect(lines).toContainText(['All rights reserved', 'Most read'])
  await work.press('/')
  await dialog.page().keyboard.type('most')
  await expect(lines).toHaveCount(1)
  await work.press('Escape')
  await expect(dialog).toBeHidden()
  await work.expectCount('boilerplate', 1)
  const labels = (await readLabels(corpus, 'courier.example/c.txt')).segments
  expect(labels[0]).toMatchObject({ label: 'boilerplate', by: 'propagated' })

  // It is a step of the open document.
  await work.press('z')
  await expect(work.notice).toContainText('Took the labels of the repeats back: 3 segments in 3 documents.')
  await work.expectCount('boilerplate', 0)
})

test('keeps rules for documents to come, which can be changed and removed', async ({
  launch,
  makeCorpus,
}) => {
  const { page, work, dialog, lines } = await openView({ launch, makeCorpus })
  await work.press('Enter')
  const asking = page.getByRole('dialog', { name: 'Label all repeats' })
  await expect(asking.getByText('Labels 3 segments in 3 documents.')).toBeVisible()
  await work.press('r')
  await expect(asking.getByRole('radio', { name: 'suggest the label' })).toBeChecked()
  await work.press('Enter')
  await expect(lines.nth(0)).toContainText('boilerplate 3')
  await expect(dialog.getByText('A rule is kept for documents to come.')).toBeVisible()
  await dialog.getByRole('tab', { name: 'Rules' }).click()
  const rules = dialog.getByRole('list', { name: 'Rules' }).getByRole('listitem')
  await expect(rules).toContainText(['boilerplate'])
  const mode = rules.getByRole('combobox', { name: /Home/ })
  await mode.selectOption('give the label at once')
  await dialog.getByRole('tab', { name: 'Lines' }).click()
  await dialog.getByRole('tab', { name: 'Rules' }).click()
  await expect(mode).toHaveValue('label')
  await rules.getByRole('button', { name: /Remove the rule for Home/ }).click()
  await expect(dialog.getByText('There are no rules.')).toBeVisible()
})

test('the view and the dialog meet WCAG 2.2 AA in both themes', async ({ launch, makeCorpus }) => {
  const { page, work, lines } = await openView({ launch, makeCorpus })
  await work.press('x')
  await expect(lines.nth(0)).toContainText('boilerplate 3')
  expect(await violationsInBothThemes(page)).toEqual([])
  await work.press('Enter')
  await page.getByText('Labels 3 segments in 3 documents.').waitFor()
  expect(await violationsInBothThemes(page)).toEqual([])
})
