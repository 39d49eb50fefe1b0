import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { expect, test } from '../app/fixtures.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds on the page against WCAG 2.2 A and AA, a line each; empty if nothing. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axeSource, 'utf8'))
  const results = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }
    return axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  })
  return results.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`),
  )
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`every screen meets WCAG 2.2 AA, ${colorScheme}`, async ({ launch, makeCorpus }) => {
    const corpus = await makeCorpus({
      'a.txt': 'Title\nBody\n![]() |\nRelated\nMore\n',
      'b.txt': Buffer.from('\xff', 'latin1'),
    })
    const { page } = await launch({ folders: [corpus] })
    await page.emulateMedia({ colorScheme })
    const work = await new WorkspacePage(page).ready()
    await work.press('t', 'b', 'c', 'x', 'k', 'k', 'Shift+K')
    await work.saved()
    expect(await violations(page)).toEqual([])
    await work.press('F2')
    await page.getByRole('heading', { name: 'Hard cases' }).waitFor()
    expect(await violations(page)).toEqual([])
    await work.press('F2', 'Shift+E')
    await page.getByRole('dialog', { name: 'Label set' }).waitFor()
    expect(await violations(page)).toEqual([])
    await work.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.setViewportSize({ width: 900, height: 700 })
    expect(await violations(page)).toEqual([])
    await work.press('?')
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
    await work.press('Escape', 'Control+e')
    await page.getByRole('dialog', { name: 'Export' }).waitFor()
    expect(await violations(page)).toEqual([])
    await work.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await work.press('n')
    await page.getByRole('alert').waitFor()
    expect(await violations(page)).toEqual([])
    await work.press('Control+Backspace')
    await page.getByRole('heading', { name: 'Winnow' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: /Practise labelling/ }).click()
    await page.getByRole('listbox', { name: 'Segments to practise on' }).waitFor()
    await work.press('x', 'b')
    expect(await violations(page)).toEqual([])
  })
