import { readdir } from 'node:fs/promises'
import { simpleLabelSet } from '../../../src/core/label-set.ts'
import { practicePage } from '../../../src/core/practice/practice-page.ts'
import { expect, test } from '../app/fixtures.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const keyOf = (label: string): string => simpleLabelSet.labels.find(({ name }) => name === label)?.key ?? ''

test('the practice page tells segment by segment what is right and why, and sums up', async ({ launch }) => {
  const { page } = await launch()
  await page.getByRole('button', { name: /Practise labelling/ }).click()
  const segments = page.getByRole('listbox', { name: 'Segments to practise on' })
  const feedback = page.getByRole('region', { name: 'Feedback' })
  const [first, ...others] = practicePage('en')
  if (!first) throw new Error('the practice page is empty')
  await page.keyboard.press('b')
  await expect(feedback).toContainText('Not body, but boilerplate.')
  await expect(feedback).toContainText(first.why)
  await expect(segments.getByRole('option').first()).toContainText('not right')
  for (const { label } of others) await page.keyboard.press(keyOf(label))
  await expect(feedback).toContainText(`${others.length} of ${others.length + 1} as the guidelines have them`)
  await page.keyboard.press('Home')
  await page.keyboard.press(keyOf(first.label))
  await expect(feedback).toContainText(`${others.length + 1} of ${others.length + 1}`)
  await page.keyboard.press('z')
  await expect(feedback).toContainText(`${others.length} of ${others.length + 1}`)
  await page.getByRole('button', { name: 'Begin again' }).click()
  await expect(feedback).toContainText(`${others.length + 1} segments have no label yet`)
  await page.getByRole('button', { name: 'Leave the practice' }).click()
  await expect(page.getByRole('heading', { name: 'Winnow' })).toBeVisible()
})

test('practice opens from the guidelines, writes nothing, and the document is there again after it', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({ 'a.txt': 'Title\nBody\n' })
  const { page } = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(page).ready()
  await work.press('F2')
  await page.getByRole('button', { name: 'Practise labelling' }).click()
  await work.press('x', 'x', 't')
  await page.getByRole('button', { name: 'Leave the practice' }).click()
  await work.ready()
  await work.expectCount('title', 0)
  expect(await readdir(corpus)).toEqual(['a.txt'])
})
