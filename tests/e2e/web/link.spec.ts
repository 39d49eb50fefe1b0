import { expect, test } from './web-test.ts'

test('the link leads to a clean address that keeps working', async ({ app }) => {
  const { page, origin } = app
  await expect(page).toHaveURL(`${origin}/`)
  await expect(page).toHaveTitle(/Winnow/)
  await page.reload()
  await expect(page).toHaveURL(`${origin}/`)
  await expect(page).toHaveTitle(/Winnow/)
  // The token is nowhere that a script, even a smuggled one, could read it.
  expect(await page.evaluate(() => [document.cookie, document.referrer])).toEqual(['', ''])
  const token = new URL(app.link).searchParams.get('token') ?? ''
  expect(await page.content()).not.toContain(token)
})

test('the link can be opened again, in a second window and in a second browser', async ({ app, browser }) => {
  const second = await app.newPage()
  await second.goto(app.link)
  await expect(second).toHaveURL(`${app.origin}/`)
  const other = await browser.newContext()
  const page = await other.newPage()
  await page.goto(app.link)
  await expect(page).toHaveTitle(/Winnow/)
  await other.close()
})

test('a browser that was not handed the link is told so', async ({ app, browser }) => {
  const stranger = await browser.newContext()
  const page = await stranger.newPage()
  const response = await page.goto(app.origin)
  expect(response?.status()).toBe(401)
  await expect(page.getByText('Open the link again')).toBeVisible()
  await stranger.close()
})

test('the page breaks no rule of its own policy', async ({ app }) => {
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
