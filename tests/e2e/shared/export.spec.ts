import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../app/fixtures.ts'
import { inWindow } from '../app/in-window.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const page = 'Tiêu đề 🌾\r\n![]() |\r\nThân bài có dấu.\r\nĐọc nhiều'

test('exports JSONL whose spans slice the text, in the unit chosen', async ({ launch, makeCorpus }) => {
  const corpus = await makeCorpus({ 'a.txt': page, 'b.txt': 'Never labelled' })
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('t', 'c', 'b', 'e')
  await work.saved()
  for (const [choice, unit] of [
    ['Unicode code points (Python)', 'codepoint'],
    ['Bytes of UTF-8 (Rust, Go, C)', 'byte'],
  ] as const) {
    await work.press('Control+e')
    const dialog = app.page.getByRole('dialog', { name: 'Export' })
    await dialog.getByRole('combobox', { name: 'Offsets count' }).selectOption(choice)
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

test(
  'exports cleaned text: what the kept labels cover, of documents that are done',
  inWindow,
  async ({ launch, makeCorpus }) => {
    const corpus = await makeCorpus({ 'a.txt': page, 'b.txt': 'Title\nBody.' })
    const app = await launch({ folders: [corpus] })
    const work = await new WorkspacePage(app.page).ready()
    await work.press('t', 'c', 'b', 'e', 'd')
    await work.opened('b.txt')
    await work.press('t')
    await work.saved()
    await app.page.getByRole('button', { name: 'Export' }).click()
    const dialog = app.page.getByRole('dialog', { name: 'Export' })
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption('Cleaned text')
    await dialog.getByRole('combobox', { name: 'In the state' }).selectOption('Done')
    await dialog.getByRole('button', { name: 'Export' }).click()
    await expect(dialog).toContainText('1 document written to')
    const folder = (await dialog.locator('code').textContent()) ?? ''
    expect((await readdir(folder)).sort()).toEqual(['a.txt', 'manifest.json'])
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('Tiêu đề 🌾\nThân bài có dấu.\n')
  },
)

test(
  'labels are mapped, saved under a name, split, and go out as the preview shows',
  inWindow,
  async ({ launch, makeCorpus }) => {
    const documents = { 'a.txt': page, 'b.txt': 'Another title\nAnother body.' }
    const corpus = await makeCorpus(documents)
    const app = await launch({ folders: [corpus] })
    const work = await new WorkspacePage(app.page).ready()
    await work.press('t', 'c', 'b', 'e', 'n')
    await work.opened('b.txt')
    await work.press('t', 'b')
    await work.saved()
    await work.press('Control+e')
    const dialog = app.page.getByRole('dialog', { name: 'Export' })
    const preview = dialog.getByRole('region', { name: 'First documents, as they will be written' })
    await expect(preview).toContainText('"label":"title"')
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption('CSV')
    await expect(preview).toContainText(',caption,')
    await dialog.getByRole('button', { name: 'New mapping from this…' }).click()
    await expect(dialog.getByRole('combobox', { name: 'title', exact: true })).toBeFocused()
    await dialog.getByRole('combobox', { name: 'caption', exact: true }).fill('aside')
    await expect(dialog.getByRole('button', { name: 'Export' })).toBeDisabled()
    await dialog.getByRole('textbox', { name: 'Name of the mapping' }).fill('asides')
    // Within the mapping, Enter saves it and does not export.
    await app.page.keyboard.press('Enter')
    await expect(dialog.getByRole('combobox', { name: 'Labels become' })).toHaveValue('asides')
    await expect(dialog.getByRole('combobox', { name: 'Labels become' })).toBeFocused()
    await expect(preview).toContainText(',aside,')
    await dialog.getByRole('combobox', { name: 'Train, validation and test' }).selectOption('in proportion')
    await dialog.getByRole('textbox', { name: 'Share for validation' }).fill('0')
    await dialog.getByRole('textbox', { name: 'Share for test' }).fill('half')
    await expect(dialog.getByRole('button', { name: 'Export' })).toBeDisabled()
    await dialog.getByRole('textbox', { name: 'Share for test' }).fill('80')
    await dialog.getByRole('checkbox', { name: 'Keep all documents of a site together' }).uncheck()
    await dialog.getByRole('button', { name: 'Export' }).click()
    await expect(dialog).toContainText('2 documents written to')
    await expect(dialog).toContainText('1 for training, 0 for validation, 1 for test.')
    const folder = (await dialog.locator('code').textContent()) ?? ''
    const files = ['train.csv', 'test.csv']
    expect((await readdir(folder)).sort()).toEqual(expect.arrayContaining(['manifest.json', ...files]))
    const tables = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
    expect(tables.join('')).toContain(',aside,')
    expect(tables.join('')).not.toContain(',caption,')
    for (const table of tables) expect(table).toContain(',title,')
    await dialog.getByRole('button', { name: 'Close' }).click()
    // What was chosen is chosen still, and Enter exports it.
    await work.press('Control+e')
    await expect(dialog.getByRole('combobox', { name: 'Format' })).toHaveValue('csv')
    await expect(preview).toContainText(',aside,')
    await app.page.keyboard.press('Enter')
    await expect(dialog).toContainText('2 documents written to')
  },
)

test('help shows the keys that there are', inWindow, async ({ launch, makeCorpus }) => {
  const app = await launch({ folders: [await makeCorpus({ 'a.txt': page })] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('?')
  const dialog = app.page.getByRole('dialog', { name: 'Keys' })
  await expect(dialog).toContainText('Label the rest')
  await work.press('t', 'Escape')
  await expect(dialog).toHaveCount(0)
  await work.expectCount('title', 0)
  await work.press('t')
  await work.expectCount('title', 1)
})
