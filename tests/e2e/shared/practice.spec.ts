import { readdir } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { fineLabelSet } from '../../../src/core/fine-label-set.ts'
import { type LabelSet, simpleLabelSet } from '../../../src/core/label-set.ts'
import { practicePage } from '../../../src/core/practice/practice-page.ts'
import { expect, test } from '../app/fixtures.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const keyIn = (set: LabelSet, label: string): string =>
  set.labels.find(({ name }) => name === label)?.key ?? ''
const keyOf = (label: string): string => keyIn(simpleLabelSet, label)

test('the practice page tells segment by segment what is right and why, and sums up', async ({ launch }) => {
  const { page } = await launch()
  await page.getByRole('button', { name: /Practise labelling/ }).click()
  const segments = page.getByRole('listbox', { name: 'Segments to practise on' })
  const feedback = page.getByRole('region', { name: 'Feedback' })
  const [first, ...others] = practicePage('en', 'simple')
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

/** Changes the label set of the open corpus to one without some of its labels, as a person does in its editor. */
async function editLabels(page: Page, change: (editor: Locator) => Promise<void>): Promise<void> {
  await page.keyboard.press('Shift+E')
  const editor = page.getByRole('dialog', { name: 'Label set' })
  await change(editor)
  await editor.getByRole('button', { name: 'Save' }).click()
  await editor.getByRole('button', { name: 'Save and rewrite' }).click()
  await expect(editor).toHaveCount(0)
}

/** Opens the practice page from the guidelines. */
async function practise(page: Page): Promise<Locator> {
  await page.keyboard.press('F2')
  await page.getByRole('button', { name: 'Practise labelling' }).click()
  return page.getByRole('region', { name: 'Feedback' })
}

test('a corpus with the fine set is practised with its labels, segment by segment', async ({
  launch,
  makeCorpus,
}) => {
  const { page } = await launch({ folders: [await makeCorpus({ 'a.txt': 'Title\nBody\n' })] })
  const work = await new WorkspacePage(page).ready()
  await editLabels(page, (editor) => editor.getByRole('button', { name: 'Fine: 12 labels' }).click())
  await expect(page.getByRole('contentinfo')).toContainText('rest is navigation')
  const feedback = await practise(page)
  const labels = feedback.getByRole('list', { name: 'Labels' }).getByRole('button')
  await expect(labels).toHaveCount(fineLabelSet.labels.length)
  await expect(page.getByText('labels of its own')).toHaveCount(0)

  const segments = practicePage('en', 'fine')
  for (const { label, text, why } of segments) {
    await expect(page.getByRole('option', { selected: true })).toContainText(text)
    // Body by the keyboard for what it is not, then the label of the guidelines by the mouse.
    if (label === 'lede' || label === 'related') {
      await work.press('b')
      await expect(feedback).toContainText(`Not body, but ${label}.`)
      await expect(feedback).toContainText(why)
      await work.press('k')
      await labels.filter({ hasText: label }).click()
    } else await work.press(keyIn(fineLabelSet, label))
    await expect(feedback).toContainText(`Right: ${label}.`)
    await expect(feedback).toContainText(why)
  }
  await expect(feedback).toContainText(`${segments.length} of ${segments.length} as the guidelines have them`)
  await expect(page.getByText('not right')).toHaveCount(0)
})

test('a corpus with labels of its own is practised with the simple set, and says so', async ({
  launch,
  makeCorpus,
}) => {
  const { page } = await launch({ folders: [await makeCorpus({ 'a.txt': 'Title\nBody\n' })] })
  await new WorkspacePage(page).ready()
  await editLabels(page, (editor) =>
    editor.getByRole('textbox', { name: 'Name', exact: true }).fill('headline'),
  )
  const feedback = await practise(page)
  await expect(page.getByText('This corpus has labels of its own')).toBeVisible()
  await page.keyboard.press('x')
  await expect(feedback).toContainText('Right: boilerplate.')
})
