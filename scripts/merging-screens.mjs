/** Takes the screenshots in docs/screens of two versions of labels and who writes them: part of `npm run screens`. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect } from '../bench/client.mjs'
import { startHost } from '../bench/winnow-host.mjs'
import { inAllLooks, withBrowser } from './take-screenshots.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const place = mkdtempSync(join(tmpdir(), 'winnow-screens-'))
const corpus = join(place, 'songque')
mkdirSync(corpus)
const dumps = join(root, 'resources/sample/songque.example')
for (const name of readdirSync(dumps).slice(0, 6))
  writeFileSync(join(corpus, name), readFileSync(join(dumps, name)))
const [first, second] = readdirSync(corpus)
const host = await startHost(corpus, join(place, 'home'))
await labelSome()
const labels = join(corpus, 'winnow/labels', readdirSync(join(corpus, 'winnow/labels'))[0])
const file = join(labels, `${first}.json`)
const sound = readFileSync(file, 'utf8')
try {
  await withBrowser((browser) => inAllLooks(browser, shoot))
} finally {
  await host.end()
  rmSync(place, { recursive: true, force: true })
}

async function labelSome() {
  const { call } = await connect(host.url)
  const { given } = await call('home', {})
  const id = given[0].id
  await call('openCorpus', { folder: id })
  for (const document of [first, second]) {
    const { bounds } = await call('openDocument', { corpus: id, document })
    const run = (at, label) => ({
      start: bounds[2 * at],
      end: bounds[2 * at + 1],
      count: 1,
      before: { label: null, by: null },
      after: { label, by: 'human' },
    })
    const runs = ['title', 'boilerplate', 'boilerplate', 'body', 'body', 'body'].map((label, at) =>
      run(at, label),
    )
    await call('applyEdits', { corpus: id, document, edits: [{ kind: 'label', runs }], client: 'screens' })
  }
}

/** The labels with other labels for some segments, and two of them joined. */
function version(marks, joined, status) {
  const labelled = JSON.parse(sound)
  for (const [at, label] of Object.entries(marks))
    Object.assign(labelled.segments[at], { label, by: label === null ? null : 'human' })
  if (joined !== null) {
    const [one, other] = labelled.segments.slice(joined, joined + 2)
    const text = `${one.text}\n${other.text}`
    labelled.segments.splice(joined, 2, { ...one, end: one.start + Array.from(text).length, text })
  }
  return `${JSON.stringify({ ...labelled, status }, null, 1)}\n`
}

/** Puts into the labels of one document what git leaves of a merge, and a copy of another's beside them. */
function leaveTwoVersions() {
  const mine = version({ 1: 'caption', 6: 'body', 9: 'body' }, null, 'done')
  const theirs = version({ 1: 'boilerplate', 6: 'caption', 8: 'body' }, 4, 'in-progress')
  writeFileSync(file, `<<<<<<< HEAD\n${mine}=======\n${theirs}>>>>>>> origin/main\n`)
  const copy = join(labels, `${second} (Minh's conflicted copy 2026-11-30).json`)
  writeFileSync(copy, readFileSync(join(labels, `${second}.json`)))
}

function leaveLock() {
  const since = new Date(Date.now() - 180_000).toISOString()
  const owner = { format: 'winnow-lock', token: 'x', host: 'desk-3', machine: null, pid: 4127, ticks: null }
  const path = join(labels, `${second}.json.lock`)
  writeFileSync(path, JSON.stringify({ ...owner, started: since, annotator: 'minh', since }))
}

async function shoot({ context, theme, inLanguage, ...look }) {
  leaveTwoVersions()
  const page = await context.newPage()
  const dialog = page.getByRole('dialog')
  const save = (name) => look.save(page, name)
  const gone = () => dialog.waitFor({ state: 'detached' })
  await page.goto(host.url)
  await page.locator('.document-list button').filter({ hasText: first }).first().click()
  const merge = page.getByRole('button', { name: inLanguage('Merge both versions…', 'Gộp hai phiên bản…') })
  await merge.waitFor()
  await page.locator('.read-only-bar').waitFor()
  await save('unmerged')
  await merge.click()
  await dialog.locator('.merge-conflict').first().waitFor()
  await dialog.getByRole('radio').nth(1).check()
  await dialog.getByRole('radio').nth(2).check()
  await save('merge')
  await page.setViewportSize({ width: 900, height: 700 })
  await save('merge-narrow')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.keyboard.press('Escape')
  await gone()

  await page.locator('.read-only-bar button').click()
  await dialog.locator('.copies-list li').first().waitFor()
  await save('copies')
  await page.keyboard.press('Escape')
  await gone()

  await page.locator('.document-list button').filter({ hasText: second }).first().click()
  await page.getByRole('listbox').waitFor()
  leaveLock()
  await page.keyboard.press('End')
  await page.keyboard.press(theme === 'light' ? 'x' : 'b')
  const takeOver = page.getByRole('button', { name: inLanguage('Take over…', 'Giành quyền ghi…') })
  await takeOver.click({ timeout: 60_000 })
  await dialog.locator('.lock-owner').waitFor()
  await save('take-over')
  await dialog.locator('.primary').click()
  await gone()
}
