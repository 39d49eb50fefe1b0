import { expect, test } from '../app/fixtures.ts'
import { inWindow } from '../app/in-window.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const page = 'A title\nA body.\n'

test(
  'a dump that cannot be read is named with the reason, and the others go on',
  inWindow,
  async ({ launch, makeCorpus }) => {
    const corpus = await makeCorpus({
      '1 latin.txt': Buffer.from(
        'Le caf\xe9 au lait de l\x92\xe9t\xe9 dernier \xe9tait tr\xe8s bon\n',
        'latin1',
      ),
      '2 binary.txt': Buffer.from('text\0more'),
      '3 empty.txt': '',
      '4 blank.txt': ' \n\t\n',
      '5 good.txt': page,
    })
    const app = await launch({ folders: [corpus] })
    const work = new WorkspacePage(app.page)
    const alert = app.page.getByRole('alert')
    await expect(work.segment('Le café au lait de l’été dernier')).toBeVisible()
    await work.press('n')
    await expect(alert).toContainText('2 binary.txt')
    await app.page.getByRole('button', { name: 'Next document' }).click()
    await expect(app.page.getByText('nothing to label')).toBeVisible()
    await work.press('t', 'e', 'd')
    await work.opened('4 blank.txt')
    await expect(app.page.getByText('nothing to label')).toBeVisible()
    await work.press('n')
    await expect(work.segment('A title')).toBeVisible()
    await work.press('t')
    await work.saved()
  },
)

test('file names of all kinds open, are labelled and found again', async ({ launch, makeCorpus }) => {
  const names = [
    'with space.txt',
    `quote's "double".txt`,
    'hash#percent%20%.txt',
    'emoji 🌾.txt',
    'Tiếng Việt.txt'.normalize('NFD'),
    'sub folder/deep/ünïcode.md',
    '<b>&amp;.txt',
  ]
  const corpus = await makeCorpus(Object.fromEntries(names.map((name) => [name, `${name}\nBody.`])))
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  for (const name of names) {
    await work.documents.getByTitle(name, { exact: true }).click()
    await expect(work.segment(name)).toBeVisible()
    await work.press('t')
    await work.saved()
  }
  await app.page.reload()
  await work.ready()
  for (const name of names) {
    await work.documents.getByTitle(name, { exact: true }).click()
    await work.expectLabel(name, 'title')
  }
  await app.page.getByRole('searchbox').fill('tieng viet')
  await expect(work.documents.getByRole('listitem')).toHaveCount(1)
})

test('one line of 20 MB opens, is labelled and saved', async ({ launch, makeCorpus }) => {
  const corpus = await makeCorpus({
    'a.txt': page,
    'big.txt': `Start ${'lorem ipsum '.repeat(1_666_667)}end`,
  })
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  await work.press('n')
  await expect(work.segment('Start lorem')).toBeVisible()
  await expect(app.page.getByText('more characters; the raw dump shows them all')).toBeVisible()
  await work.press('b')
  await work.expectLabel('Start lorem', 'body')
  await work.saved()
})
