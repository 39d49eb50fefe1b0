import { expect, test } from '../app/fixtures.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const text = 'Title\nBody\nCaption\nMore'

test('keys can be changed, are refused where they are taken, kept, and reset', async ({
  launch,
  makeCorpus,
}) => {
  const folders = [await makeCorpus({ 'a.txt': text })]
  const app = await launch({ folders })
  const { page } = app
  const work = await new WorkspacePage(page).ready()
  const dialog = page.getByRole('dialog', { name: 'Change keys' })

  await work.press('?')
  await page.getByRole('button', { name: 'Change keys…' }).click()
  await dialog.getByRole('button', { name: 'Next segment: j, change' }).click()
  await work.press('k')
  await expect(dialog.getByRole('alert')).toHaveText('k is taken: “Previous segment”. Press another key.')
  await work.press('b')
  await expect(dialog.getByRole('alert')).toHaveText('b is taken: “Label as body”. Press another key.')
  await work.press('1')
  await expect(dialog.getByRole('alert')).toContainText('“Label as title”')
  await work.press('Escape')
  await expect(dialog.getByRole('button', { name: 'Next segment: j, change' })).toBeVisible()

  // By keyboard alone: the focus is on the button again.
  await work.press('Enter', 'q')
  await expect(dialog.getByRole('button', { name: 'Next segment: q, change' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Undo: add a key', exact: true }).click()
  await work.press('Control+ArrowLeft')
  await dialog.getByRole('button', { name: 'Mark done and open the next: d, change' }).click()
  await dialog.getByRole('button', { name: 'Remove this key' }).click()
  await work.press('Escape')
  await expect(dialog).toHaveCount(0)

  await work.press('q', 'j')
  await work.expectCurrent('Body')
  await work.press('c', 'Control+ArrowLeft')
  await work.expectCount('caption', 0)
  await expect(page.getByRole('contentinfo').getByText('q', { exact: true })).toBeVisible()
  await work.press('e')
  await expect(work.notice).toContainText('z takes it back')
  await work.press('z', 'd')
  await expect(page.getByText('0 of 1 done')).toBeVisible()
  await page.getByRole('button', { name: /^Done, open the next/ }).click()
  await expect(work.notice).toContainText('Press Mark done and open the next again')

  await app.close()
  const again = await launch({ folders })
  const later = await new WorkspacePage(again.page).ready()
  await later.press('Home', 'q')
  await later.expectCurrent('Body')
  await later.press('Control+k')
  await again.page.keyboard.type('change keys')
  await later.press('Enter')
  await again.page.getByRole('button', { name: 'Next segment: reset its keys' }).click()
  await expect(again.page.getByRole('button', { name: 'Next segment: j, change' })).toBeVisible()
  await again.page.getByRole('button', { name: 'Reset all' }).click()
  await expect(again.page.getByRole('button', { name: /reset its keys/ })).toHaveCount(0)
  await later.press('Escape', 'Home', 'j')
  await later.expectCurrent('Body')
})

test('Enter and Space press the focused button, and Tab shows where the focus is', async ({
  launch,
  makeCorpus,
}) => {
  const { page } = await launch({ folders: [await makeCorpus({ 'a.txt': text })] })
  const work = await new WorkspacePage(page).ready()
  const body = work.labels.getByRole('button', { name: /body/ })
  await work.segments.focus()
  for (let n = 0; n < 12 && !(await body.evaluate((button) => button === document.activeElement)); n++)
    await work.press('Tab')
  await expect(body).toBeFocused()
  await expect(body).toHaveCSS('outline-style', 'solid')
  await work.press('Enter', 'Space')
  await work.expectCount('body', 2)
  await work.expectCurrent('Caption')
})

test('keys work on a Greek layout, and never while an input method has them', async ({
  launch,
  makeCorpus,
}) => {
  const { page } = await launch({ folders: [await makeCorpus({ 'a.txt': text })] })
  const work = await new WorkspacePage(page).ready()
  const press = (event: { key: string; code: string; shiftKey?: true; keyCode?: 229; isComposing?: true }) =>
    page.evaluate(
      (init) => void window.dispatchEvent(new KeyboardEvent('keydown', { cancelable: true, ...init })),
      event,
    )
  await press({ key: 'ξ', code: 'KeyJ' })
  await work.expectCurrent('Body')
  await press({ key: 'β', code: 'KeyB' })
  await work.expectCount('body', 1)
  await press({ key: 'Ζ', code: 'KeyZ', shiftKey: true })
  await expect(work.notice).toContainText('nothing to redo')
  await press({ key: 'Process', code: 'KeyT' })
  await press({ key: 't', code: 'KeyT', keyCode: 229 })
  await press({ key: 't', code: 'KeyT', isComposing: true })
  await press({ key: 'j', code: 'KeyJ' })
  await work.expectCurrent('More')
  await work.expectCount('title', 0)
})
