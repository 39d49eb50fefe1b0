import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locator } from '@playwright/test'
import { runWinnow } from '../../contract/run-winnow.ts'
import { expect, test } from '../app/fixtures.ts'
import { readLabels } from '../app/read-labels.ts'
import { violations, violationsInBothThemes } from '../app/violations.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const sample = fileURLToPath(new URL('../../../resources/sample', import.meta.url))
const first = 'harbour-courier.example/000_8c2e41f7b05d9a36.txt'

/** The rows with a suggestion; with a label, those that suggest it. */
const suggested = (work: WorkspacePage, label = ''): Locator =>
  work.segments.getByRole('option', { name: new RegExp(`^no label, suggested ${label}`) })

/** Opens the sample corpus and waits until its first document has its suggestions. */
async function openSample(
  launch: (options: { folders: string[] }) => Promise<{ page: WorkspacePage['page'] }>,
  place: string,
): Promise<{ corpus: string; work: WorkspacePage }> {
  const corpus = join(place, 'sample')
  await cp(sample, corpus, { recursive: true })
  const { page } = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(page).ready()
  await expect(suggested(work).first()).toBeVisible()
  return { corpus, work }
}

/** The first number that the notice says, which must be like `like`. The model may have learned since it was last asked. */
async function countIn(work: WorkspacePage, like: RegExp): Promise<number> {
  await expect(work.notice).toContainText(like)
  return Number(/\d+/.exec((await work.notice.textContent()) ?? '')?.[0])
}

test('suggests labels that count for nothing until they are accepted: one, a run, all that are sure', async ({
  launch,
  place,
}) => {
  const { corpus, work } = await openSample(launch, place)
  await work.expectCount('no label yet', 49)
  await expect(work.raw.locator('.suggested').first()).toBeVisible()

  await work.press('Enter')
  await work.expectCount('no label yet', 48)
  await expect(await work.current()).toHaveAttribute('aria-posinset', '2')
  await expect(work.page.getByRole('region', { name: 'This segment' })).toContainText('Suggested: ')

  await work.press('Shift+Enter')
  const run = await countIn(work, /segments? labelled (body|title|caption|boilerplate)/)
  await work.expectCount('no label yet', 48 - run)
  await work.press('z')
  await work.expectCount('no label yet', 48)
  await work.press('Shift+Z')

  await work.press('Control+Enter')
  const sure = await countIn(work, /suggestions? accepted/)
  await work.expectCount('no label yet', 48 - run - sure)
  await work.press('z')
  await work.expectCount('no label yet', 48 - run)
  await work.press('Shift+Z')
  await work.expectCount('no label yet', 48 - run - sure)

  // Rejecting is labelling.
  await work.press('Home', 'c')
  await work.saved()
  await work.saved()
  const { segments } = await readLabels(corpus, first)
  const by = (origin: string | null): number => segments.filter((segment) => segment.by === origin).length
  expect({ human: by('human'), accepted: by('accepted') }).toEqual({ human: 1, accepted: run + sure })
})

test('the threshold shows its effect, and the switch turns all suggestions off for the corpus', async ({
  launch,
  place,
}) => {
  const { corpus, work } = await openSample(launch, place)
  const panel = work.page.getByRole('region', { name: 'Suggestions' })
  const slider = panel.getByRole('slider')
  const weak = work.segments.getByRole('option', { name: /below the threshold/ })
  await expect(slider).toHaveAttribute('aria-valuetext', /^80%\. \d+ of 49/)
  await work.press(...Array<string>(6).fill('['))
  await expect(work.notice).toContainText('Accepts from 50%: ')
  const few = await weak.count()
  await slider.focus()
  await work.press('End')
  await expect(slider).toHaveAttribute('aria-valuetext', /^99%/)
  await expect.poll(() => weak.count()).toBeGreaterThan(few)
  // The slider keeps the keys that move it, and no others.
  await work.press('Enter')
  await work.expectCount('no label yet', 48)

  await work.press('F4')
  await expect(suggested(work)).toHaveCount(0)
  await work.press('Enter')
  await expect(work.notice).toContainText('Suggestions are off in this corpus')
  await work.expectCount('no label yet', 48)
  await expect
    .poll(async () => JSON.parse(await readFile(join(corpus, 'winnow/project.json'), 'utf8')))
    .toMatchObject({ suggestions: { on: false, threshold: 0.99 } })
  await work.page.reload()
  await work.ready()
  await expect(panel.getByRole('checkbox', { name: /Show suggestions/ })).not.toBeChecked()
  await expect(suggested(work)).toHaveCount(0)
  await work.page.getByRole('button', { name: 'Suggestions off' }).click()
  await expect(suggested(work).first()).toBeVisible()
})

test('shows what another program suggests where that is chosen, and accepts it by the same keys', async ({
  launch,
  place,
}) => {
  const corpus = join(place, 'sample')
  await cp(sample, corpus, { recursive: true })
  const cleaned = join(place, 'cleaned.jsonl')
  const record = { id: first, segments: [{ start: 0, end: 47, label: 'caption', confidence: 0.4 }] }
  await writeFile(cleaned, JSON.stringify(record))
  await runWinnow(place, 'import', corpus, '--from', cleaned, '--as-suggestions', 'other cleaner')
  const { page } = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(page).ready()
  const source = page.getByRole('combobox', { name: 'Suggestions of' })
  await expect(source).toHaveValue('')
  await source.selectOption('other cleaner')
  await expect(suggested(work)).toHaveCount(1)
  await expect(suggested(work, 'caption, 40%')).toHaveAttribute('aria-posinset', '1')
  await expect(page.getByRole('region', { name: 'This segment' })).toContainText(
    'The model other cleaner says so.',
  )
  expect(await violations(page)).toEqual([])
  await work.press('Enter')
  await work.expectCount('caption', 1)
  await work.saved()
  const { segments } = await readLabels(corpus, first)
  expect(segments[0]).toMatchObject({ label: 'caption', by: 'accepted' })
  await source.selectOption({ label: 'Winnow' })
  await expect(suggested(work).nth(1)).toBeVisible()
})

test('suggestions work by mouse alone, and a label that was clicked leaves the keys to the segments', async ({
  launch,
  place,
}) => {
  const { work } = await openSample(launch, place)
  await work.labels.getByRole('button', { name: /^title/ }).click()
  await work.expectCount('title', 1)
  await work.press('Enter')
  await work.expectCount('title', 1)
  await work.expectCount('no label yet', 47)
  await work.page.getByRole('button', { name: /^Accept$/ }).click()
  await work.expectCount('no label yet', 46)
})

test('opens the document to learn most from and says why that one', async ({ launch, place }) => {
  const { work } = await openSample(launch, place)
  await work.press('Shift+P')
  await expect(work.notice).toContainText(/unsure about it|unlike the others|taken at random/)
  await expect(work.openDocument).not.toHaveAttribute('title', first)
  await work.press('Shift+L')
  await work.page.getByRole('radio', { name: 'What the model learns most from' }).check()
  await work.press('Escape')
  await expect(work.page.getByText('All · What the model learns most from')).toBeVisible()
})

test('suggestions meet WCAG 2.2 AA in both themes, wide and narrow, on and off', async ({
  launch,
  place,
}) => {
  const { work } = await openSample(launch, place)
  await work.press('Enter')
  expect(await violationsInBothThemes(work.page)).toEqual([])
  await work.page.setViewportSize({ width: 900, height: 700 })
  expect(await violations(work.page)).toEqual([])
  await work.press('F4')
  await expect(suggested(work)).toHaveCount(0)
  expect(await violations(work.page)).toEqual([])
})
