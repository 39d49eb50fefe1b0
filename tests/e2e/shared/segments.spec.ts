import { expect, test } from '../app/fixtures.ts'
import { readLabels } from '../app/read-labels.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const page = [
  'A bridge for the island',
  '![]() | Ten walks along the river 🌉 |',
  'Ferries run. They run on Sundays. Nobody swims.',
  'Related',
  'Ten walks',
  'Most read',
].join('\n')

test('splits behind image residue, labels both halves, joins them, and takes all back', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({ 'a.txt': page })
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('j', 's', 'Enter')
  await expect(work.segments.getByRole('option')).toHaveCount(7)
  await work.expectCurrent(/!\[\]\(\) \|$/)
  await work.press('c', 'x')
  await work.expectLabel(/!\[\]\(\) \|$/, 'caption')
  await work.expectLabel('Ten walks along the river', 'boilerplate')
  await work.saved()
  expect((await readLabels(corpus, 'a.txt')).segments.slice(0, 3)).toMatchObject([
    { text: 'A bridge for the island', label: null },
    { text: '![]() |', label: 'caption' },
    { text: 'Ten walks along the river 🌉 |', label: 'boilerplate' },
  ])

  await work.press('k', 'Shift+M')
  await expect(work.segments.getByRole('option')).toHaveCount(6)
  await work.expectLabel('Ten walks along the river', 'caption')
  for (let n = 0; n < 4; n++) await work.press('z')
  await work.expectCount('no label yet', 6)
  await expect(work.segments.getByRole('option')).toHaveCount(6)
  await work.press('z')
  await expect(work.notice).toContainText('nothing to undo')
  for (let n = 0; n < 3; n++) await work.press('Shift+Z')
  await work.expectCount('caption', 1)
  await work.expectCount('boilerplate', 1)
  await work.saved()
  expect((await readLabels(corpus, 'a.txt')).segments).toHaveLength(7)
})

test('moves the caret by character, word and end, and refuses an empty half', async ({
  launch,
  makeCorpus,
}) => {
  const app = await launch({ folders: [await makeCorpus({ 'a.txt': page })] })
  const work = await new WorkspacePage(app.page).ready()
  const caret = app.page.getByRole('status').filter({ hasText: /^(Split before|At the end)/ })
  await work.press('j', 's')
  await expect(caret).toContainText('Split before “Ten walks')
  await work.press('Control+ArrowRight', 'ArrowRight')
  await expect(caret).toContainText('Split before “alks along')
  await work.press('ArrowLeft', 'Control+ArrowLeft')
  await expect(caret).toContainText('Split before “Ten walks')
  await work.press('End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
  await expect(caret).toContainText('Split before “🌉 |')
  await work.press('Home', 'Enter')
  await expect(work.notice).toContainText('One half would be empty')
  await work.press('Escape')
  await expect(caret).toHaveCount(0)
  await work.press('j', 's')
  await expect(caret).toContainText('Split before “They run')
  await work.press('s')
  await expect(work.segment(/Ferries run\.$/)).toBeVisible()
  await expect(work.segment(/They run on Sundays\. Nobody swims\.$/)).toBeVisible()
})

test('a click into the current segment puts the caret there, in both panes', async ({
  launch,
  makeCorpus,
}) => {
  const app = await launch({ folders: [await makeCorpus({ 'a.txt': page })] })
  const work = await new WorkspacePage(app.page).ready()
  const inText = { position: { x: 60, y: 8 } }
  for (const pane of [work.segments, work.raw]) {
    const line = pane.getByText('Most read')
    await line.click(inText)
    await work.expectCurrent('Most read')
    await line.click(inText)
    await expect(app.page.getByRole('status').filter({ hasText: 'Split before' })).toBeAttached()
    await app.page.getByRole('button', { name: /^Split at the caret/ }).click()
    await expect(work.segments.getByRole('option')).toHaveCount(7)
    await work.press('z', 'k')
    await expect(work.segments.getByRole('option')).toHaveCount(6)
  }
})

test('a row of the raw text that two segments share shows both', async ({ launch, makeCorpus }) => {
  const app = await launch({ folders: [await makeCorpus({ 'a.txt': page })] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('j', 's', 's')
  await work.raw.getByText('Ten walks along').click()
  await work.expectCurrent('Ten walks along')
  await work.press('x')
  await work.expectLabel(/!\[\]\(\) \|$/, 'no label')
  await work.raw.getByText('![]() |').click()
  await work.expectCurrent(/!\[\]\(\) \|$/)
})

test('selects a block, labels down to here, repeats, joins a range, and picks single rows', async ({
  launch,
  makeCorpus,
}) => {
  const app = await launch({ folders: [await makeCorpus({ 'a.txt': page })] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('t', 'j', 'Shift+B')
  await work.expectCount('body', 2)
  await work.expectCurrent('Related')
  await work.press('.')
  await work.expectCount('body', 3)
  await work.press('Home', 'j', 'a')
  await expect(app.page.getByText('3 segments selected')).toBeVisible()
  await work.press('m')
  await expect(work.segments.getByRole('option')).toHaveCount(4)
  await work.press('z')
  await work.segment('A bridge').click()
  await work.segment(/Ten walks$/).click({ modifiers: ['Control'] })
  await work.segment('Most read').click({ modifiers: ['Control'] })
  await expect(work.segments.getByRole('option', { selected: true })).toHaveCount(3)
  await work.press('x')
  await work.expectCount('boilerplate', 3)
  await work.expectCount('body', 3)
  await work.segment('A bridge').click()
  await work.segment('Most read').click({ modifiers: ['Control'] })
  await work.press('Escape')
  await expect(work.segments.getByRole('option', { selected: true })).toHaveCount(1)
})

test('cuts a document by another rule, says first which labels go, and takes it back', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({ 'a.txt': page, 'b.txt': 'One. Two.\nThree.' })
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('t', 'j', 'b')
  await work.press('Shift+S')
  const dialog = app.page.getByRole('dialog', { name: 'How text is cut into segments' })
  await dialog.getByRole('radio', { name: /By paragraph/ }).check()
  await expect(dialog).toContainText('6 segments become 1. 0 of 2 labelled segments keep their label.')
  await expect(dialog.getByRole('listitem')).toHaveText([/title A bridge/, /body Ferries run/])
  await dialog.getByRole('radio', { name: /By sentence/ }).check()
  await expect(dialog).toContainText('2 of 2 labelled segments keep their label.')
  await dialog.getByRole('checkbox', { name: /Documents of this corpus/ }).check()
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await expect(dialog).toBeHidden()
  await work.expectCount('body', 3)
  await work.expectLabel(/They run on Sundays\.$/, 'body')
  await work.saved()
  expect(await readLabels(corpus, 'a.txt')).toMatchObject({ segmentation: 'sentence' })
  await work.press('z')
  await work.expectCount('body', 1)
  await expect(work.segments.getByRole('option')).toHaveCount(6)
  await work.saved()
  expect(await readLabels(corpus, 'a.txt')).toMatchObject({ segmentation: 'line' })
  await work.press('n')
  await expect(work.segments.getByRole('option')).toHaveText([/One\.$/, /Two\.$/, /Three\.$/])
})

test('two windows that split and label the same document keep both', async ({ launch, makeCorpus }) => {
  const corpus = await makeCorpus({ 'a.txt': page })
  const app = await launch({ folders: [corpus] })
  const one = await new WorkspacePage(app.page).ready()
  const other = await new WorkspacePage(await app.newPage()).ready()
  await other.press('End')
  await one.press('j', 's', 'Enter', 'c')
  await expect(other.segments.getByRole('option')).toHaveCount(7)
  await other.expectCurrent('Most read')
  await other.press('x')
  await one.expectLabel('Most read', 'boilerplate')
  await one.press('End', 's', 's')
  await expect(other.segments.getByRole('option')).toHaveCount(8)
  await one.saved()
  await other.saved()
  expect((await readLabels(corpus, 'a.txt')).segments.map(({ label }) => label)).toEqual([
    null,
    'caption',
    null,
    null,
    null,
    null,
    'boilerplate',
    'boilerplate',
  ])
  await other.press('z')
  await expect(other.notice).toContainText('cannot be taken back')
})
