import { expect, test } from '../app/fixtures.ts'
import { readLabels } from '../app/read-labels.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const dumps = {
  'a.txt': 'First page\nwith two lines',
  'b.txt': 'Second page\nwith three\nlines',
  'c.txt': 'Third page, the largest of them all by far',
  'd.txt': 'Fourth',
}

test('skips and flags by key, opens the next to do, and keeps the states', async ({ launch, makeCorpus }) => {
  const corpus = await makeCorpus(dumps)
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('i')
  await expect(work.segment('Second page')).toBeVisible()
  await expect(work.notice).toContainText('a.txt is skipped')
  await work.press('f')
  await expect(app.page.getByRole('dialog', { name: 'Why is it flagged?' })).toBeVisible()
  await work.press('2')
  await expect(work.segment('Third page')).toBeVisible()
  await work.press('f')
  await app.page.getByRole('button', { name: 'Broken text' }).click()
  await expect(work.segment('Fourth')).toBeVisible()
  await work.press('e', 'd')
  await expect(work.notice).toContainText('Nothing in this list is left to do')
  for (const [name, state] of [
    ['a.txt', 'skipped'],
    ['b.txt', 'flagged: unsure'],
    ['c.txt', 'flagged: broken text'],
    ['d.txt', 'done'],
  ] as const)
    await expect(work.documents.getByRole('button', { name: `${state} ${name}` })).toBeVisible()
  await work.saved()
  expect((await readLabels(corpus, 'b.txt')).status).toBe('flagged-unsure')

  // Taken up again, and the flag taken away.
  await work.open(/a\.txt/)
  await expect(work.segment('First page')).toBeVisible()
  await work.press('i')
  await expect(work.documents.getByRole('button', { name: 'not begun a.txt' })).toBeVisible()
  await work.press('z')
  await expect(work.documents.getByRole('button', { name: 'skipped a.txt' })).toBeVisible()
  await work.open(/b\.txt/)
  await expect(work.segment('Second page')).toBeVisible()
  await work.press('f')
  await app.page.getByRole('dialog').waitFor()
  await work.press('0')
  await expect(work.documents.getByRole('button', { name: 'not begun b.txt' })).toBeVisible()
})

test('a note is saved as it is written and undone at one go', async ({ launch, makeCorpus }) => {
  const corpus = await makeCorpus(dumps)
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  const note = app.page.getByRole('textbox', { name: 'Note' })
  await work.press('Shift+N')
  await expect(note).toBeFocused()
  await app.page.keyboard.type('hỏi trưởng nhóm: tbcx 12')
  await work.saved()
  expect(await readLabels(corpus, 'a.txt')).toMatchObject({ note: 'hỏi trưởng nhóm: tbcx 12' })
  await work.press('Escape')
  await expect(work.segments).toBeFocused()
  await work.expectCount('no label yet', 2)
  await expect(work.documents.getByRole('button', { name: /a\.txt/ })).toContainText('a.txt')
  await expect(work.documents.getByRole('img', { name: 'has a note' })).toHaveCount(1)
  await work.press('z')
  await expect(note).toHaveValue('')
  await expect(work.documents.getByRole('img', { name: 'has a note' })).toHaveCount(0)
  await work.press('Shift+Z')
  await expect(note).toHaveValue('hỏi trưởng nhóm: tbcx 12')
})

test('filters and sorts the list by keyboard, and walks it as it is shown', async ({
  launch,
  makeCorpus,
}) => {
  const app = await launch({ folders: [await makeCorpus(dumps)] })
  const work = await new WorkspacePage(app.page).ready()
  const names = work.documents.getByRole('listitem')
  await work.press('Shift+L')
  const options = app.page.getByRole('dialog', { name: 'Sort and filter' })
  await expect(options.getByRole('radio', { name: /^All/ })).toBeFocused()
  await options.getByRole('radio', { name: 'Size, largest first' }).focus()
  await work.press('Space', 'Escape')
  await expect(options).toBeHidden()
  await expect(names).toHaveText([/c\.txt/, /b\.txt/, /a\.txt/, /d\.txt/])
  await work.opened('a.txt')
  await work.press('n')
  await expect(work.segment('Fourth')).toBeVisible()
  await work.press('i')
  // Going round: the first of the list that is to do.
  await expect(work.openDocument).toContainText('c.txt')
  await expect(work.segment('Third page')).toBeVisible()

  await work.press('Shift+L', 'ArrowDown')
  await expect(options.getByRole('radio', { name: /^To do/ })).toBeChecked()
  await options.getByRole('radio', { name: /^Skipped/ }).check()
  await work.press('Escape')
  await expect(names).toHaveText([/d\.txt/])
  await app.page.getByRole('button', { name: 'Reset' }).click()
  await expect(names).toHaveText([/a\.txt/, /b\.txt/, /c\.txt/, /d\.txt/])
  await work.press('b', 'Shift+L')
  await options.getByRole('radio', { name: 'Without a label, fewest first' }).check()
  await options.getByRole('checkbox', { name: 'The other way round' }).check()
  await expect(names).toHaveText([/d\.txt/, /c\.txt/, /a\.txt/, /b\.txt/])
})

test('keeps the time of work, and leaves out when nobody was there', async ({ launch, makeCorpus, host }) => {
  test.skip(
    host !== 'web',
    'the clock of the page is turned, which only a page of our own browser lets us do',
  )
  const corpus = await makeCorpus(dumps)
  const app = await launch({ folders: [corpus] })
  await app.page.clock.install()
  await app.page.reload()
  const work = await new WorkspacePage(app.page).ready()
  await app.page.clock.runFor(20_000)
  await work.press('j')
  await app.page.clock.runFor(600_000)
  await work.press('t')
  await app.page.clock.runFor(1000)
  await work.saved()
  const { seconds } = await readLabels(corpus, 'a.txt')
  expect(seconds).toBeGreaterThanOrEqual(50)
  expect(seconds).toBeLessThan(60)
  await app.page.clock.runFor(10_000)
  await work.press('n')
  await expect(work.segment('Second page')).toBeVisible()
  await expect(async () =>
    expect((await readLabels(corpus, 'a.txt')).seconds).toBeGreaterThanOrEqual(seconds + 10),
  ).toPass({ timeout: 5000 })
})
