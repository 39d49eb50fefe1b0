import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../app/fixtures.ts'
import { readLabels } from '../app/read-labels.ts'
import { violations } from '../app/violations.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const lines = Array.from({ length: 6 }, (_, n) => `Line ${n + 1} of six`).join('\n')

/** What another computer writes into a lock. */
const otherLock = (): string => {
  const now = new Date().toISOString()
  const owner = { format: 'winnow-lock', token: 'x', host: 'desk-3', machine: null, pid: 123, ticks: null }
  return JSON.stringify({ ...owner, started: now, annotator: 'ann', since: now })
}

/** The path of the only annotator's labels file of `a.txt`. */
async function labelsFile(corpus: string): Promise<string> {
  const folder = join(corpus, 'winnow', 'labels')
  const [annotator = ''] = await readdir(folder)
  return join(folder, annotator, 'a.txt.json')
}

const labelsIn = async (corpus: string) =>
  (await readLabels(corpus, 'a.txt')).segments.map((segment) => segment.label)

test('labels that meet others on the disk are merged, and where both differ the annotator chooses', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({ 'a.txt': lines })
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('t')
  await work.saved()
  const path = await labelsFile(corpus)
  // Another computer is at work in this file, and has not done yet.
  await writeFile(`${path}.lock`, otherLock())
  let beat = 0
  const beating = setInterval(() => void utimes(`${path}.lock`, ++beat, beat).catch(() => {}), 300)
  await work.press('b', 'c')
  const content = await readFile(path, 'utf8')
  const others = ['"title"', '"boilerplate"', null, '"body"']
  let at = 0
  await writeFile(
    path,
    content.replace(/"label": (?:null|"title"),\n\s*"by": (?:null|"human")/g, (known) => {
      const label = others[at++]
      return label ? `"label": ${label},\n   "by": "human"` : known
    }),
  )
  clearInterval(beating)
  await rm(`${path}.lock`)

  const dialog = app.page.getByRole('dialog', { name: 'Merge two versions of labels' })
  await expect(dialog).toContainText('They differ in 1 place')
  await expect(dialog.getByRole('group', { name: 'Place 1 of 1' })).toContainText('Line 2 of six')
  await expect(dialog.getByRole('button', { name: 'Merge' })).toBeDisabled()
  expect(await violations(app.page)).toEqual([])
  await dialog.getByRole('radio', { name: /^Yours, not saved/ }).focus()
  await app.page.keyboard.press('Space')
  await dialog.getByRole('button', { name: 'Merge' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await work.saved()
  await work.expectLabel('Line 2 of', 'body')
  await work.expectLabel('Line 4 of', 'body')
  expect(await labelsIn(corpus)).toEqual(['title', 'body', 'caption', 'body', null, null])
})

test('a conflict of git, and a copy that a program left, are merged through the interface', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({ 'a.txt': lines })
  const first = await launch({ folders: [corpus] })
  const before = await new WorkspacePage(first.page).ready()
  await before.press('t', 'b')
  await before.saved()
  await first.close()
  const path = await labelsFile(corpus)
  const sound = await readFile(path, 'utf8')
  await writeFile(join(path, '..', 'a.txt (conflicted copy 2026-11-30).json'), sound)
  const other = sound.replace('"label": "body"', '"label": "caption"')
  await writeFile(path, `<<<<<<< HEAD\n${sound}=======\n${other}>>>>>>> other\n`)

  const app = await launch({ folders: [corpus] })
  await expect(app.page.getByRole('alert')).toContainText('git could not merge')
  await app.page.getByRole('button', { name: 'Merge both versions…' }).click()
  const dialog = app.page.getByRole('dialog', { name: 'Merge two versions of labels' })
  await dialog.getByRole('button', { name: 'Everywhere: The other branch' }).click()
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  const work = await new WorkspacePage(app.page).ready()
  await work.expectLabel('Line 2 of', 'caption')

  await app.page.getByRole('button', { name: 'Show copies…' }).click()
  expect(await violations(app.page)).toEqual([])
  await app.page.getByRole('button', { name: /^Merge… a\.txt \(conflicted copy/ }).click()
  await dialog.getByRole('radio', { name: /^The copy/ }).check()
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await work.expectLabel('Line 2 of', 'body')
  await expect(app.page.getByRole('button', { name: 'Show copies…' })).toHaveCount(0)
  expect(await labelsIn(corpus)).toEqual(['title', 'body', null, null, null, null])
})

test('who left a lock and gives no sign of life is named, and is taken over from only when the annotator says so', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({ 'a.txt': lines })
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('t')
  await work.saved()
  await writeFile(`${await labelsFile(corpus)}.lock`, otherLock())
  await work.press('b')
  await expect(app.page.getByRole('alert')).toContainText('Winnow on desk-3 (process 123) for ann since', {
    timeout: 20_000,
  })
  await app.page.getByRole('button', { name: 'Take over…' }).click()
  const dialog = app.page.getByRole('dialog', { name: 'Take over writing?' })
  await expect(dialog).toContainText('Winnow on desk-3 (process 123)')
  expect(await violations(app.page)).toEqual([])
  expect(await labelsIn(corpus)).toEqual(['title', null, null, null, null, null])
  await dialog.getByRole('button', { name: 'Take over', exact: true }).click()
  await work.saved()
  expect(await labelsIn(corpus)).toEqual(['title', 'body', null, null, null, null])
})
