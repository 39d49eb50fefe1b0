import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../app/fixtures.ts'
import { violations, violationsInBothThemes } from '../app/violations.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const page = `<!DOCTYPE html><html lang="vi"><head><link rel="canonical" href="https://www.bao.com.vn/1"></head>
<body><nav><a href="/">Trang chủ</a></nav><article class="story"><p>Chợ nổi &amp; con thuyền.</p><p>Cuối bài.</p></article></body></html>`

test('the HTML of a page is shown with the same segment lit, and what is known of the page', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({ 'a.html': page, 'b.txt': 'Plain text\n' })
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  const facts = app.page.getByRole('region', { name: 'Properties' })
  await expect(facts).toContainText('bao.com.vn')
  await expect(facts).toContainText('Vietnamese')
  const toggle = app.page.getByRole('button', { name: 'HTML source' })
  await expect(toggle).toHaveAttribute('aria-pressed', 'false')
  await work.press('j', 'F7')
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  const lit = work.raw.locator('.lit')
  await expect(lit).toContainText('Chợ nổi &amp; con thuyền.')
  await expect(facts).toContainText('html>body>article.story>p')
  await work.press('j')
  await expect(lit).toContainText('Cuối bài.')
  await work.press('b')
  await work.expectLabel('Cuối bài.', 'body')
  expect(await violations(app.page)).toEqual([])
  await toggle.click()
  await expect(work.raw).toContainText('Chợ nổi & con thuyền.')
  await work.press('n')
  await work.opened('b.txt')
  await expect(toggle).toHaveCount(0)
})

test('all that could not be read is listed with the reason and read again', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({
    'a.jsonl':
      '{"text": "One page", "url": "https://a.example/1", "words": 2}\n{broken\n{"text": "Another"}\n',
  })
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  await app.page.getByText('1 more column').click()
  await expect(app.page.getByRole('region', { name: 'Properties' })).toContainText('words')
  await work.documents.getByRole('button', { name: '1 item could not be read' }).click()
  const dialog = app.page.getByRole('dialog', { name: 'What could not be read' })
  await expect(dialog.getByRole('listitem')).toContainText('a.jsonl · line 2')
  expect(await violationsInBothThemes(app.page)).toEqual([])
  await writeFile(join(corpus, 'a.jsonl'), '{"text": "One page"}\n{"text": "Mended"}\n{"text": "Another"}\n')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog.getByText('Everything could be read.')).toBeVisible()
  await work.press('Escape')
  await expect(work.documents.getByRole('button', { name: /could not be read/ })).toHaveCount(0)
  await work.open(/^.*2.*a\.jsonl/)
  await expect(work.segment('Mended')).toBeVisible()
})
