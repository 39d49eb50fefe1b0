import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const guidelines = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The rules of those that a theme can break. */
const onColours = ['color-contrast', 'link-in-text-block']

/** What axe finds on the page against WCAG 2.2 A and AA, a line each; empty if nothing. */
export const violations = (page: Page): Promise<string[]> => found(page, { runOnly: guidelines })

/** The same in the system's light theme, and in the dark one what depends on colours; leaves the page in the light one. */
export async function violationsInBothThemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await found(page, { runOnly: { type: 'rule', values: onColours } })
  await page.emulateMedia({ colorScheme: 'light' })
  return [...dark.map((line) => `dark: ${line}`), ...(await violations(page))]
}

async function found(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(axeSource, 'utf8'))
  const results = await page.evaluate(
    async (asked) => {
      const { axe } = window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }
      return axe.run(asked)
    },
    {
      ...options,
      // What is right is not described, which would take longer than finding what is not.
      resultTypes: ['violations'],
    } satisfies RunOptions,
  )
  return results.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`),
  )
}
