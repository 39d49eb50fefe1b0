import { join } from 'node:path'
import { expect, test } from '../app/fixtures.ts'
import { launchWeb } from '../app/launch-web.ts'
import { readLabels } from '../app/read-labels.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

test('a page that outlives its host says how to save what it has, asks before it closes, and then saves by itself', async ({
  launch,
  makeCorpus,
  context,
  place,
}) => {
  const corpus = await makeCorpus({ 'a.txt': 'Title\nBody\nMore\nEnd' })
  const first = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(first.page).ready()
  await work.press('t')
  await work.saved()
  const port = Number(new URL(first.page.url()).port)
  await first.kill()
  await work.press('b', 'c')
  const alert = first.page.getByRole('alert')
  await expect(alert).toContainText(`Start Winnow again with “--port ${port}”`)
  const asked = first.page.waitForEvent('dialog')
  await first.page.close({ runBeforeUnload: true })
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()

  const second = await launchWeb({ folders: [corpus], home: join(place, 'home'), context, port })
  try {
    // The new link, opened in another tab, makes this browser known to the new host.
    const other = await new WorkspacePage(second.page).ready()
    await work.saved()
    await expect(alert).toHaveCount(0)
    await other.expectLabel('More', 'caption')
    // Both hear of each other again.
    await other.press('End', 'x')
    await work.expectLabel('End', 'boilerplate')
    await other.saved()
    expect((await readLabels(corpus, 'a.txt')).segments.map(({ label }) => label)).toEqual([
      'title',
      'body',
      'caption',
      'boilerplate',
    ])
  } finally {
    await second.kill()
  }
})
