import { expect, test } from '../app/fixtures.ts'
import { tokenOf } from './token-of.ts'

test('the link leads to a clean address that keeps working', async ({ launch, makeCorpus, context }) => {
  const app = await launch({ folders: [await makeCorpus({ 'one.txt': 'The title' })] })
  const { page } = app
  const { origin } = new URL(page.url())
  await expect(page).toHaveURL(`${origin}/`)
  await expect(page).toHaveTitle(/Winnow/)
  await page.reload()
  await expect(page).toHaveURL(`${origin}/`)
  await expect(page).toHaveTitle(/Winnow/)
  // The token is nowhere that a script, even a smuggled one, could read it.
  expect(await page.evaluate(() => [document.cookie, document.referrer])).toEqual(['', ''])
  expect(await page.content()).not.toContain(await tokenOf(context))
})

test('the link can be opened again, in a second window and in a second browser', async ({
  launch,
  makeCorpus,
  browser,
  context,
}) => {
  const app = await launch({ folders: [await makeCorpus({ 'one.txt': 'The title' })] })
  const { origin } = new URL(app.page.url())
  const second = await app.newPage()
  await expect(second).toHaveURL(`${origin}/`)
  const other = await browser.newContext()
  const page = await other.newPage()
  await page.goto(`${origin}/?token=${await tokenOf(context)}`)
  await expect(page).toHaveURL(`${origin}/`)
  await expect(page).toHaveTitle(/Winnow/)
  await other.close()
})

test('a browser that was not handed the link is told so', async ({ launch, makeCorpus, browser }) => {
  const app = await launch({ folders: [await makeCorpus({ 'one.txt': 'The title' })] })
  const stranger = await browser.newContext()
  const page = await stranger.newPage()
  const response = await page.goto(app.page.url())
  expect(response?.status()).toBe(401)
  await expect(page.getByText('Open the link again')).toBeVisible()
  await stranger.close()
})

test('the page breaks no rule of its own policy', async ({ launch, makeCorpus }) => {
  const app = await launch({ folders: [await makeCorpus({ 'one.txt': 'The title' })] })
  const complaints: string[] = []
  app.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  app.page.on('pageerror', (error) => complaints.push(error.message))
  await app.page.reload()
  await expect(app.page.locator('#root')).not.toBeEmpty()
  await app.page.evaluate(() => document.fonts.ready)
  expect(complaints).toEqual([])
})
