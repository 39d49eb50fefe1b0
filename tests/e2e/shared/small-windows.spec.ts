import type { Page } from '@playwright/test'
import { expect, test } from '../app/fixtures.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

/** What lies wider than the window, if anything. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Whether the dialog lies in the window, from side to side. */
async function dialogFits(page: Page, width: number): Promise<void> {
  const box = await page.getByRole('dialog').boundingBox()
  if (!box) throw new Error('no dialog is open')
  expect(box.x).toBeGreaterThanOrEqual(0)
  expect(box.x + box.width).toBeLessThanOrEqual(width)
  const inner = await page.getByRole('dialog').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)
  expect(inner).toBeLessThanOrEqual(0)
}

// 640 is a window of 1280 at 200 % zoom.
for (const [width, height] of [
  [900, 700],
  [640, 400],
] as const)
  test(`every screen and dialog fits a window of ${width} × ${height}`, async ({ launch, makeCorpus }) => {
    const name = `a/rather-long-name-of-a-document-${'x'.repeat(60)}.txt`
    const long = `Title\n${'word '.repeat(80)}\n${'w'.repeat(300)}`
    const { page } = await launch({ folders: [await makeCorpus({ [name]: long, 'b.txt': long })] })
    await page.setViewportSize({ width, height })
    const work = await new WorkspacePage(page).ready()
    await work.press('t', 'b')
    expect(await overflow(page)).toBe(0)
    for (const button of ['Export', 'Keys', 'Settings'])
      await expect(page.getByRole('button', { name: button, exact: true })).toBeInViewport({ ratio: 1 })
    await expect(work.segments).toBeInViewport()
    await expect(work.raw).toBeInViewport()
    for (const key of ['Control+k', '?', 'Control+,', 'Shift+E', 'Shift+S', 'f', 'Control+e']) {
      await work.press(key)
      await page.getByRole('dialog').waitFor()
      expect(await overflow(page), key).toBe(0)
      await dialogFits(page, width)
      await work.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await work.press('F2')
    await page.getByRole('heading', { name: 'Hard cases' }).waitFor()
    expect(await overflow(page)).toBe(0)
    await work.press('Control+Backspace')
    await page.getByRole('heading', { level: 1, name: 'Winnow' }).waitFor()
    expect(await overflow(page)).toBe(0)
  })
