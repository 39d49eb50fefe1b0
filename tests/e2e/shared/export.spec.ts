import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../app/fixtures.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const page = 'Tiêu đề 🌾\r\n![]() |\r\nThân bài có dấu.\r\nĐọc nhiều'

test('exports JSONL whose spans slice the text, in the unit chosen', async ({ launch, makeCorpus }) => {
  const corpus = await makeCorpus({ 'a.txt': page, 'b.txt': 'Never labelled' })
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('t', 'c', 'b', 'e')
  await work.saved()
  for (const [choice, unit] of [
    ['Unicode code points', 'codepoint'],
    ['Bytes of UTF-8', 'byte'],
  ] as const) {
    await work.press('Control+e')
    const dialog = app.page.getByRole('dialog', { name: 'Export' })
    await dialog.getByRole('radio', { name: choice }).check()
    await dialog.getByRole('button', { name: 'Export' }).click()
    const path = await dialog.locator('code').textContent()
    await expect(dialog).toContainText('1 document written to')
    const record = JSON.parse(await readFile(path ?? '', 'utf8'))
    expect(record).toMatchObject({ id: 'a.txt', offsets: unit, status: 'in-progress' })
    expect(record.text).toBe(page)
    const units: readonly string[] | Buffer =
      unit === 'byte' ? Buffer.from(record.text) : Array.from(record.text as string)
    for (const segment of record.segments) {
      const slice = units.slice(segment.start, segment.end)
      expect(Buffer.isBuffer(slice) ? slice.toString('utf8') : slice.join('')).toBe(segment.text)
    }
    expect(record.segments.map((segment: { label: string }) => segment.label)).toEqual([
      'title',
      'caption',
      'body',
      'boilerplate',
    ])
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(dialog).toHaveCount(0)
  }
  // A label that came to be in a way that was not asked for is as if it had not been given.
  await work.press('Control+e')
  const dialog = app.page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('checkbox', { name: 'given by hand' }).uncheck()
  await dialog.getByRole('button', { name: 'Export' }).click()
  await expect(dialog).toContainText('4 segments in it have no label')
  await dialog.getByRole('button', { name: 'Close' }).click()
  // The keys are the workspace's again.
  await work.press('Home', 'Backspace')
  await work.expectCount('title', 0)
})

test('exports cleaned text: what the kept labels cover, of documents that are done', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({ 'a.txt': page, 'b.txt': 'Title\nBody.' })
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('t', 'c', 'b', 'e', 'd')
  await work.opened('b.txt')
  await work.press('t')
  await work.saved()
  await app.page.getByRole('button', { name: 'Export' }).click()
  const dialog = app.page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: 'Cleaned text' }).check()
  await dialog.getByRole('checkbox', { name: 'Only documents marked done' }).check()
  await dialog.getByRole('button', { name: 'Export' }).click()
  await expect(dialog).toContainText('1 document written to')
  const folder = (await dialog.locator('code').textContent()) ?? ''
  expect((await readdir(folder)).sort()).toEqual(['a.txt', 'manifest.json'])
  expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('Tiêu đề 🌾\nThân bài có dấu.\n')
})

test('help shows the keys that there are', async ({ launch, makeCorpus }) => {
  const app = await launch({ folders: [await makeCorpus({ 'a.txt': page })] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('?')
  const dialog = app.page.getByRole('dialog', { name: 'Keys' })
  await expect(dialog).toContainText('Label the rest as boilerplate')
  await work.press('t', 'Escape')
  await expect(dialog).toHaveCount(0)
  await work.expectCount('title', 0)
  await work.press('t')
  await work.expectCount('title', 1)
})
