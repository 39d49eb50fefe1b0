import { chmod, chown, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../app/fixtures.ts'
import { inWindow } from '../app/in-window.ts'
import { readLabels } from '../app/read-labels.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const lines = Array.from({ length: 40 }, (_, n) => `Line ${n + 1} of forty`).join('\n')

test(
  'reload and restart come back to the same document, place and labels',
  inWindow,
  async ({ launch, makeCorpus }) => {
    const corpus = await makeCorpus({ 'a.txt': 'Other\nPage', 'b.txt': lines })
    const app = await launch({ folders: [corpus] })
    const work = await new WorkspacePage(app.page).ready()
    await work.press('n')
    await work.opened('b.txt')
    await work.press('t', 'b', 'j', 'j', 'c', 'PageDown')
    await work.expectCurrent('Line 16 of')
    await work.saved()
    await app.page.reload()
    await work.ready()
    await work.opened('b.txt')
    await work.expectCurrent('Line 16 of')
    await app.close()

    const again = await launch({ folders: [corpus] })
    const later = await new WorkspacePage(again.page).ready()
    await expect(later.openDocument).toContainText('b.txt')
    await later.expectCurrent('Line 16 of')
    await later.expectCount('no label yet', 37)
    await later.expectLabel('Line 5 of', 'caption')
  },
)

test('kill -9 right after “saved” loses nothing', inWindow, async ({ launch, makeCorpus }) => {
  const corpus = await makeCorpus({ 'a.txt': lines })
  const expected: string[] = []
  for (const key of ['t', 'b', 'c', 'x']) {
    const app = await launch({ folders: [corpus] })
    const work = await new WorkspacePage(app.page).ready()
    await work.press('Home', 'u')
    await work.press(key, key, key)
    expected.push(key, key, key)
    await work.saved()
    await app.kill()
    const names: Record<string, string> = { t: 'title', b: 'body', c: 'caption', x: 'boilerplate' }
    const { segments } = await readLabels(corpus, 'a.txt')
    // The first line is labelled before u can skip it only in the first round.
    expect(
      segments
        .filter((segment) => segment.label !== null)
        .map((segment) => segment.label)
        .sort(),
    ).toEqual(expected.map((each) => names[each]).sort())
  }
})

test(
  'two windows on one corpus see each other’s labels and overwrite nothing',
  inWindow,
  async ({ launch, makeCorpus }) => {
    const corpus = await makeCorpus({ 'a.txt': lines })
    const app = await launch({ folders: [corpus] })
    const left = await new WorkspacePage(app.page).ready()
    const right = await new WorkspacePage(await app.newPage()).ready()
    await left.press('t')
    await right.expectLabel('Line 1 of', 'title')
    await right.press('End', 'x')
    await expect(async () => {
      await left.press('End')
      await expect(left.segment('Line 40 of')).toContainText('boilerplate', { timeout: 300 })
    }).toPass()
    await left.saved()
    await right.saved()
    const { segments } = await readLabels(corpus, 'a.txt')
    expect([segments[0]?.label, segments[39]?.label]).toEqual(['title', 'boilerplate'])
  },
)

test(
  'a damaged labels file is named, never opened as empty, and its backup is offered',
  inWindow,
  async ({ launch, makeCorpus }) => {
    const corpus = await makeCorpus({ 'a.txt': lines, 'b.txt': 'Other\nPage' })
    const first = await launch({ folders: [corpus] })
    const before = await new WorkspacePage(first.page).ready()
    await before.press('t')
    await before.saved()
    await before.press('b')
    await before.saved()
    await first.close()
    const folder = join(corpus, 'winnow', 'labels')
    const [annotator = ''] = await readdir(folder)
    const file = join(folder, annotator, 'a.txt.json')
    await expect.poll(async () => (await readLabels(corpus, 'a.txt')).segments[1]?.label).toBe('body')
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 200))

    const app = await launch({ folders: [corpus] })
    await expect(app.page.getByRole('alert')).toContainText('a.txt.json')
    await app.page.getByRole('button', { name: 'Next document' }).click()
    const work = await new WorkspacePage(app.page).ready()
    await expect(work.openDocument).toContainText('b.txt')
    await work.open('a.txt')
    await app.page.getByRole('button', { name: 'Use the backup' }).click()
    await work.expectLabel('Line 1 of', 'title')
    expect(
      (await readdir(join(folder, annotator))).some((name) => name.startsWith('a.txt.json.damaged-')),
    ).toBe(true)
  },
)

test(
  'a dump that changed under its labels is asked about, and keeps those whose text survives',
  inWindow,
  async ({ launch, makeCorpus }) => {
    const corpus = await makeCorpus({ 'a.txt': lines })
    const first = await launch({ folders: [corpus] })
    const before = await new WorkspacePage(first.page).ready()
    await before.press('t', 'b', 'b')
    await before.saved()
    await first.close()
    await writeFile(
      join(corpus, 'a.txt'),
      `A new line above\n${lines.replace('Line 2 of forty', 'Line two')}`,
    )
    const app = await launch({ folders: [corpus] })
    await expect(app.page.getByRole('alert')).toContainText('a.txt')
    await expect(app.page.getByRole('alert')).toContainText('2 of 3')
    await app.page.getByRole('button', { name: 'Carry the labels over' }).click()
    const work = await new WorkspacePage(app.page).ready()
    await work.expectLabel('A new line above', 'no label')
    await work.expectLabel('Line 1 of', 'title')
    await work.expectLabel('Line 3 of', 'body')
    await work.expectLabel('Line two', 'no label')
  },
)

test('labels that cannot be saved are said to be so, kept, and saved once they can be', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({ 'a.txt': lines })
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  // A file where the folder of the labels should be: nothing can be written there, even by root.
  const block = join(corpus, 'winnow')
  await writeFile(block, '')
  await work.press('t', 'b')
  await expect(app.page.getByText('Not saved', { exact: true })).toBeVisible()
  await expect(app.page.getByRole('alert').filter({ hasText: 'Try again' })).toContainText('labels')
  await work.expectLabel('Line 2 of', 'body')
  await work.press('c')
  await rm(block)
  const retry = app.page.getByRole('button', { name: 'Try again' })
  // Winnow tries by itself as well, and may come first.
  await retry.click({ timeout: 3000 }).catch(() => expect(retry).toBeHidden())
  await work.saved()
  expect((await readLabels(corpus, 'a.txt')).segments.slice(0, 3).map((segment) => segment.label)).toEqual([
    'title',
    'body',
    'caption',
  ])
})

test(
  'a corpus that cannot be written to offers another place for the labels',
  inWindow,
  async ({ launch, makeCorpus, host, place }) => {
    const asRoot = process.getuid?.() === 0
    test.skip(
      asRoot && host !== 'web',
      'root may write everywhere, and only the web host is started as another user',
    )
    const corpus = await makeCorpus({ 'a.txt': lines })
    await chmod(corpus, 0o555)
    const user = asRoot ? 65534 : undefined
    const app = await launch({ folders: [corpus], ...(user === undefined ? {} : { user }) })
    const work = await new WorkspacePage(app.page).ready()
    await expect(app.page.getByText('cannot be kept beside the dumps')).toBeVisible()
    await work.press('t')
    await expect(work.notice).toContainText('only be looked at')
    await work.expectCount('title', 0)
    await app.page.getByRole('button', { name: /^Keep them in/ }).click()
    await expect(app.page.getByText('cannot be kept beside the dumps')).toHaveCount(0)
    await work.ready()
    await work.press('t')
    await work.expectCount('title', 1)
    await work.saved()
    await app.close()
    await chmod(corpus, 0o755)
    if (user !== undefined) await chown(corpus, 0, 0)
    expect(await readdir(corpus)).toEqual(['a.txt'])
    expect(await readdir(join(place, 'home', 'labels'))).toHaveLength(1)
  },
)

test(
  'a dump that changes while it is open is noticed, and nothing is labelled anew unasked',
  inWindow,
  async ({ launch, makeCorpus }) => {
    const corpus = await makeCorpus({ 'a.txt': 'Title\nBody\nEnd' })
    const app = await launch({ folders: [corpus] })
    const work = await new WorkspacePage(app.page).ready()
    await work.press('t', 'b', 'c')
    await work.saved()
    await writeFile(join(corpus, 'a.txt'), 'New\nTitle\nBody, longer\nEnd')
    await writeFile(join(corpus, 'later.txt'), 'A page that came later')
    await app.page.getByRole('button', { name: 'Carry the labels over' }).click()
    await work.expectLabel('Title', 'title')
    await work.expectLabel('Body, longer', 'no label')
    await work.expectLabel('End', 'caption')
    await expect(work.documents.getByRole('button', { name: /later\.txt/ })).toBeVisible()
  },
)
