import { expect, test } from '../app/fixtures.ts'

test('the page asks nobody but Winnow for anything', async ({ launch, makeCorpus, context }) => {
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  const dump =
    'The title\n![](http://127.0.0.1:9/pixel.png)\n<img src="http://127.0.0.1:9/other.png">\nA body.\n'
  const { page } = await launch({ folders: [await makeCorpus({ 'one.txt': dump, 'two.html': dump })] })
  const { origin } = new URL(page.url())
  for (const name of ['one.txt', 'two.html']) {
    await page.getByText(name).first().click()
    await expect(page.getByText('A body.').first()).toBeVisible()
  }
  await page.keyboard.press('t')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(asked.length).toBeGreaterThan(3)
  expect(asked.filter((url) => new URL(url).origin !== origin)).toEqual([])
})
