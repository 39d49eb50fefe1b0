import { expect, test } from '../app/fixtures.ts'
import { violations } from '../app/violations.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const record = (text: string, url: string, language: string): string =>
  `${JSON.stringify({ text, url, language })}\n`

test('the list is sorted, searched and grouped by site, and the next document follows it', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({
    'a.jsonl':
      record('One', 'https://www.bao.vn/1', 'vi') +
      record('Two', 'https://news.example.org/2', 'en') +
      record('Three', 'https://bao.vn/3', 'vi'),
    'b.txt': 'Four',
  })
  const app = await launch({ folders: [corpus] })
  const { page } = app
  const work = await new WorkspacePage(page).ready()
  await work.documents.getByRole('button', { name: '1 a.jsonl · bao.vn · vi' }).click()
  await work.opened('a.jsonl/1')
  await expect(work.documents.getByRole('button', { name: 'example.org · en' })).toBeVisible()
  await work.press('Shift+L')
  await page.getByRole('checkbox', { name: 'Group by site' }).check()
  await work.press('Escape')
  const site = work.documents.getByRole('button', { name: 'bao.vn 0/2', exact: true })
  await expect(site).toHaveAttribute('aria-expanded', 'true')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page)).toEqual([])
  }
  await work.segments.focus()
  await work.press('b', 'd')
  await work.opened('a.jsonl/3')
  await expect(work.documents.getByRole('button', { name: 'bao.vn 1/2', exact: true })).toBeVisible()
  await work.documents.getByRole('button', { name: 'bao.vn 1/2', exact: true }).click()
  await expect(work.openDocument).toHaveCount(0)
  await work.documents.getByRole('searchbox').fill('lang:en')
  await expect(work.documents.getByRole('listitem')).toHaveCount(2)
  await expect(work.documents.getByRole('listitem').first()).toContainText('example.org')
})

test('the list is filtered and sorted by a column of the records, which stands in each row', async ({
  launch,
  makeCorpus,
}) => {
  const scored = (text: string, score: number): string => `${JSON.stringify({ text, meta: { score } })}\n`
  const corpus = await makeCorpus({
    'a.jsonl': scored('One', 0.5) + scored('Two', 12) + scored('Three', 3),
    'b.txt': 'Three\nFour',
  })
  const { page } = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(page).ready()
  await work.press('Shift+L')
  await page.getByLabel('By a column').selectOption('meta.score')
  await page.getByRole('radio', { name: 'meta.score' }).check()
  await work.press('Escape')
  const rows = work.documents.getByRole('listitem')
  await expect(rows).toContainText(['0.5 · a.jsonl', '3 · a.jsonl', '12 · a.jsonl', 'b.txt'])
  await work.documents.getByLabel('Only documents whose meta.score is').fill('>= 3')
  await expect(rows).toContainText(['3 · a.jsonl', '12 · a.jsonl'])
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page)).toEqual([])
  }
  await work.documents.getByRole('button', { name: 'No longer by meta.score' }).click()
  await expect(rows).toHaveCount(4)
  await expect(work.documents).not.toContainText('0.5 · a.jsonl')
  await work.segments.focus()
  await work.press('Shift+L')
  await page.getByLabel('By a column').selectOption('Lines on other pages, in %')
  await work.press('Escape')
  await work.documents.getByLabel('Only documents whose Lines on other pages, in % is').fill('> 0')
  await expect(rows).toContainText(['100 · a.jsonl'])
  await expect(rows).toHaveCount(2)
})
