import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../app/fixtures.ts'
import { inWindow } from '../app/in-window.ts'
import { readLabels } from '../app/read-labels.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const page = [
  'A bridge for the island',
  '![]() |',
  'The new bridge at dawn. (Photo: Harbour Agency) |',
  'The bridge opened on Monday 🌉 after three years.',
  'Ferries will run on Sundays.',
  'Related',
  'Ten walks along the river',
  'Most read',
].join('\n')

test('labels by key, moves on by itself, undoes and redoes', async ({ launch, makeCorpus }) => {
  const corpus = await makeCorpus({ 'a.txt': page })
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()

  await work.press('t', 'c', '3')
  await work.expectLabel('A bridge for the island', 'title')
  await work.expectLabel('The new bridge at dawn', 'caption')
  await work.expectCurrent('The bridge opened on Monday')

  await work.press('Shift+J', 'b')
  await work.expectLabel('Ferries will run', 'body')
  await work.expectCount('body', 2)
  await work.expectCurrent('Related')

  await work.press('z')
  await work.expectCount('body', 0)
  await work.expectLabel('Ferries will run', 'no label')
  await work.press('Shift+Z')
  await work.expectCount('body', 2)

  await work.press('e')
  await work.expectCount('boilerplate', 3)
  await work.expectCount('no label yet', 0)
  await work.press('Control+z')
  await work.expectCount('no label yet', 3)
  await work.press('z', 'z', 'z', 'z')
  await work.expectCount('no label yet', 8)
  await work.press('z')
  await expect(work.notice).toContainText('nothing to undo')

  await work.press('Control+y', 'Control+Shift+Z', 'Shift+Z', 'Shift+Z', 'Shift+Z')
  await work.expectCount('boilerplate', 3)
  await work.saved()
  const labels = await readLabels(corpus, 'a.txt')
  expect(labels.segments.map((segment) => segment.label)).toEqual([
    'title',
    'caption',
    'caption',
    'body',
    'body',
    'boilerplate',
    'boilerplate',
    'boilerplate',
  ])
})

test('clears labels and finds the next segment without one', inWindow, async ({ launch, makeCorpus }) => {
  const app = await launch({ folders: [await makeCorpus({ 'a.txt': page })] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('e', 'Home', 'j', 'j', 'Backspace')
  await work.expectCount('no label yet', 1)
  await work.press('End', 'u')
  await work.expectCurrent('The new bridge at dawn')
  await work.press('Control+a', '0')
  await work.expectCount('no label yet', 8)
})

test(
  'moves by letter, arrow, page and end keys, and stops at both ends',
  inWindow,
  async ({ launch, makeCorpus }) => {
    const lines = Array.from({ length: 60 }, (_, n) => `Line number ${n + 1} of sixty`)
    const app = await launch({ folders: [await makeCorpus({ 'a.txt': lines.join('\n\n') })] })
    const work = await new WorkspacePage(app.page).ready()
    await work.press('j', 'ArrowDown', 'k')
    await work.expectCurrent('number 2 of')
    await work.press('PageDown', 'PageDown', 'PageUp')
    await work.expectCurrent('number 12 of')
    await work.press('End', 'j')
    await work.expectCurrent('number 60 of')
    await expect(work.segment('number 60 of')).toBeInViewport()
    await expect(work.raw.getByText('number 60 of')).toBeInViewport()
    await work.press('g', 'ArrowUp')
    await work.expectCurrent('number 1 of')
    await expect(work.segment('number 1 of')).toBeInViewport()
  },
)

test(
  'works by mouse alone: click, drag over rows, click a label',
  inWindow,
  async ({ launch, makeCorpus }) => {
    const app = await launch({ folders: [await makeCorpus({ 'a.txt': page })] })
    const work = await new WorkspacePage(app.page).ready()
    const from = await work.segment('Related').boundingBox()
    const to = await work.segment('Most read').boundingBox()
    if (!from || !to) throw new Error('the rows are not on the screen')
    await app.page.mouse.move(from.x + 200, from.y + 10)
    await app.page.mouse.down()
    await app.page.mouse.move(to.x + 200, to.y + 10, { steps: 5 })
    await app.page.mouse.up()
    await expect(app.page.getByText('3 segments selected')).toBeVisible()
    await work.labels.getByRole('button', { name: /boilerplate/ }).click()
    await work.expectCount('boilerplate', 3)

    await work.raw.getByText('Ferries will run').click()
    await work.expectCurrent('Ferries will run')
    await work.segment('The bridge opened').click({ modifiers: ['Shift'] })
    await work.labels.getByRole('button', { name: /body/ }).click()
    await work.expectCount('body', 2)
    await work.saved()
  },
)

test(
  'keys reach segments under a layout of another script, and text fields keep theirs',
  inWindow,
  async ({ launch, makeCorpus }) => {
    const app = await launch({ folders: [await makeCorpus({ 'a.txt': page })] })
    const work = await new WorkspacePage(app.page).ready()
    // A Cyrillic layout types о where j lies, an AZERTY layout & where 1 lies.
    await app.page.evaluate(() => {
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'о', code: 'KeyJ', cancelable: true }))
      window.dispatchEvent(new KeyboardEvent('keydown', { key: '&', code: 'Digit1', cancelable: true }))
      window.dispatchEvent(
        new KeyboardEvent('keydown', { key: 't', code: 'KeyT', isComposing: true, cancelable: true }),
      )
    })
    await work.expectLabel('![]() |', 'title')
    await work.expectCount('title', 1)
    await work.press('/')
    await app.page.keyboard.type('tbcx')
    await expect(app.page.getByRole('searchbox')).toHaveValue('tbcx')
    await work.expectCount('title', 1)
  },
)

test(
  'marks a document done, asks first while segments have no label, and opens the next',
  inWindow,
  async ({ launch, makeCorpus }) => {
    const corpus = await makeCorpus({
      'a.txt': page,
      'b.txt': 'Second page\nBody.',
      'c/third.md': 'Third\n\nBody.',
    })
    const app = await launch({ folders: [corpus] })
    const work = await new WorkspacePage(app.page).ready()
    await work.press('t', 'd')
    await expect(work.notice).toContainText('7 segments have no label')
    await expect(work.openDocument).toContainText('a.txt')
    await work.press('d')
    await expect(work.segment('Second page')).toBeVisible()
    await expect(app.page.getByText('1 of 3 done')).toBeVisible()
    await work.press('e', 'd')
    await expect(work.openDocument).toHaveAttribute('title', 'c/third.md')
    await expect(work.segment('Third')).toBeVisible()
    // Keys while a document is opening do nothing.
    await work.press('p')
    await expect(work.segment('Second page')).toBeVisible()
    await work.press('p')
    await expect(work.segment('A bridge for the island')).toBeVisible()
    await work.press('n')
    await expect(work.segment('Second page')).toBeVisible()
    await work.press('d')
    await expect(app.page.getByText('1 of 3 done')).toBeVisible()
    await work.saved()
    expect((await readLabels(corpus, 'a.txt')).status).toBe('done')
    expect((await readLabels(corpus, 'b.txt')).status).toBe('in-progress')
    await work.documents.getByRole('button', { name: /^Done/ }).click()
    await expect(work.documents.getByRole('listitem')).toHaveText([/a\.txt/])
  },
)

test('never writes to a dump', inWindow, async ({ launch, makeCorpus }) => {
  const bytes = `\ufeff${page.replaceAll('\n', '\r\n')}\r\n`
  const corpus = await makeCorpus({ 'a.txt': bytes })
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('t', 'e', 'd')
  await work.saved()
  expect(await readFile(join(corpus, 'a.txt'), 'utf8')).toBe(bytes)
})
