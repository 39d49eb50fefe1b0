import { expect, test } from '../app/fixtures.ts'
import { violationsInBothThemes } from '../app/violations.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

test('another column is chosen with a preview, and the dumps are read anew', async ({
  launch,
  makeCorpus,
}) => {
  const corpus = await makeCorpus({
    'a.jsonl': `${JSON.stringify({ text: 'The text', source: '<p>The <b>source</b></p>' })}\n`,
  })
  const app = await launch({ folders: [corpus] })
  const { page } = app
  const work = await new WorkspacePage(page).ready()
  await expect(work.segment('The text')).toBeVisible()
  await work.press('Control+k')
  await page.keyboard.type('how dumps are read')
  await work.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'How the dumps are read' })
  await expect(dialog.getByRole('region', { name: 'The first documents' })).toContainText('The text')
  await dialog.getByRole('combobox', { name: 'Text', exact: true }).selectOption('source')
  await dialog.getByRole('checkbox', { name: 'This column holds HTML' }).check()
  await expect(dialog.getByRole('region', { name: 'The first documents' })).toContainText('The source')
  expect(await violationsInBothThemes(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Read anew' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(work.segment('The source')).toBeVisible()
})
