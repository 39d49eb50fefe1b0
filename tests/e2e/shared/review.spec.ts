import { expect, test } from '../app/fixtures.ts'
import { readLabels } from '../app/read-labels.ts'
import { violations } from '../app/violations.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const sentence = (n: number): string =>
  `The harbour master said on day ${n} that the lanterns had come back, and that nobody had expected so many of them.`
const dump = (n: number): string =>
  ['Home', 'News', `Lanterns return ${n}`, sentence(n), sentence(n + 1), 'Most read', 'Subscribe'].join('\n')
const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt']

test('finds a planted slip, shows both opinions, keeps or changes it by a key, and opens it', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus(Object.fromEntries(names.map((name, n) => [name, dump(n)])))
  const { page } = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(page).ready()
  const dialog = page.getByRole('dialog', { name: 'Second thoughts' })
  const slips = dialog.getByRole('listbox', { name: 'Second thoughts' }).getByRole('option')
  await work.press('Shift+D')
  await expect(dialog.getByRole('status')).toContainText('0 labels looked at.')
  await work.press('Escape')
  await expect(dialog).toBeHidden()
  for (const name of names) {
    await work.opened(name)
    // “Subscribe” on the third page is no body.
    await work.press('x', 'x', 't', 'b', 'b', 'x', name === 'c.txt' ? 'b' : 'x', 'd')
  }
  await work.saved()
  await work.press('Shift+D')
  const slip = slips.filter({ hasText: 'Subscribe' })
  await expect(slip).toHaveCount(1)
  await slip.click()
  const shown = dialog.getByRole('region', { name: 'This label' })
  await expect(shown.getByRole('heading', { name: 'c.txt' })).toBeVisible()
  await expect(shown.getByRole('list', { name: 'The line among its neighbours' })).toContainText('Most read')
  await expect(shown.getByRole('button', { name: 'Keep body' })).toBeVisible()
  await expect(shown.getByRole('button', { name: 'Change to boilerplate' })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page), colorScheme).toEqual([])
  }
  const last = async () => (await readLabels(corpus, 'c.txt')).segments[6]
  await work.press('Enter')
  await expect(slip).toContainText('changed to boilerplate')
  await expect.poll(last).toMatchObject({ label: 'boilerplate', by: 'accepted' })
  await work.press('z')
  await expect(slip).toContainText('body')
  await expect.poll(last).toMatchObject({ label: 'body', by: 'human' })

  await slip.click()
  await work.press('Space')
  await expect(slip).toContainText('kept')
  await slip.click()
  await work.press('ArrowRight')
  await work.opened('c.txt')
  await work.expectCurrent('Subscribe')
  await work.press('Shift+D')
  await dialog.getByRole('button', { name: 'Look again' }).click()
  await expect(dialog.getByRole('status')).toContainText('28 labels looked at')
  await expect(slip).toHaveCount(0)
})
