import type { Page } from '@playwright/test'
import { expect, test } from '../app/fixtures.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const dumps = {
  'a.txt': 'Chợ nổi sáng sớm\nGạo trắng nước trong\nTrên chợ có cá\nchợ, chợ và cho\n',
  'b.txt': 'Another market\nCho',
}

/** The texts that are marked as found in the rows on the screen, those that one is at last. */
const highlighted = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    ['found', 'found-here'].flatMap((name) =>
      [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString()),
    ),
  )

test('finds in both panes whatever the diacritics, and goes from match to match', async ({
  launch,
  makeCorpus,
}) => {
  const app = await launch({ folders: [await makeCorpus(dumps)] })
  const work = await new WorkspacePage(app.page).ready()
  const field = app.page.getByRole('searchbox', { name: 'Search in this document' })
  const bar = app.page.getByRole('region', { name: 'Search in this document' })
  await work.press('Control+f')
  await expect(field).toBeFocused()
  const [above, below] = [await bar.boundingBox(), await work.segments.boundingBox()]
  if (!above || !below) throw new Error('the search bar or the segments are not on the screen')
  expect(above.y + above.height).toBeLessThanOrEqual(below.y)
  await app.page.keyboard.type('cho')
  await expect(bar.getByRole('status')).toHaveText('1 of 5')
  await expect
    .poll(() => highlighted(app.page))
    .toEqual(['chợ', 'chợ', 'chợ', 'cho', 'chợ', 'chợ', 'chợ', 'cho', 'Chợ', 'Chợ'])
  await work.press('Enter')
  await expect(bar.getByRole('status')).toHaveText('2 of 5')
  await work.expectCurrent('Trên chợ có cá')
  await work.press('F3', 'F3', 'Shift+Enter')
  await expect(bar.getByRole('status')).toHaveText('3 of 5')
  await work.expectCurrent('chợ, chợ và cho')

  await bar.getByRole('button', { name: 'Diacritics matter' }).click()
  await expect(bar.getByRole('status')).toHaveText('1 of 1')
  await field.fill('CHỢ'.normalize('NFD'))
  await expect(bar.getByRole('status')).toHaveText(/ of 4/)
  await bar.getByRole('button', { name: 'Match case' }).click()
  await expect(bar.getByRole('status')).toHaveText('No match')
  await expect.poll(() => highlighted(app.page)).toEqual([])

  // Keys of the workspace work again once the bar is closed, and F3 opens it anew.
  await field.press('Escape')
  await expect(bar).toBeHidden()
  await work.press('Home', 't')
  await work.expectCount('title', 1)
  await work.press('F3')
  await expect(field).toBeFocused()
})

test('searches each document that is opened, by regular expression too, and says what is wrong with one', async ({
  launch,
  makeCorpus,
}) => {
  const app = await launch({ folders: [await makeCorpus(dumps)] })
  const work = await new WorkspacePage(app.page).ready()
  const bar = app.page.getByRole('region', { name: 'Search in this document' })
  await work.press('Control+f')
  await bar.getByRole('button', { name: 'Regular expression' }).click()
  await bar.getByRole('searchbox').fill('^cho(')
  await expect(bar.getByRole('alert')).toContainText('“^cho(” is no regular expression')
  await bar.getByRole('searchbox').fill('^cho')
  await expect(bar.getByRole('status')).toHaveText('1 of 2')
  await expect(bar.getByRole('alert')).toBeHidden()
  await work.open(/b\.txt/)
  await expect(bar.getByRole('status')).toHaveText('1 of 1')
  await work.expectCurrent('Cho')
})

test('labels all segments that match at one go', async ({ launch, makeCorpus }) => {
  const app = await launch({ folders: [await makeCorpus(dumps)] })
  const work = await new WorkspacePage(app.page).ready()
  const bar = app.page.getByRole('region', { name: 'Search in this document' })
  await work.press('Control+f')
  await app.page.keyboard.type('cho')
  await expect(bar.getByRole('status')).toHaveText('1 of 5')
  await work.press('Alt+Enter')
  await expect(work.segments).toBeFocused()
  await work.press('x')
  await work.expectCount('boilerplate', 3)
  await work.expectLabel('Gạo trắng', 'no label')
})
