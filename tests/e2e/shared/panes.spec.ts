import { expect, test } from '../app/fixtures.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const long = (n: number): string =>
  n % 7 === 0 ? `Paragraph ${n}: ${'a rather long sentence that wraps. '.repeat(12)}` : `Teaser ${n}`
const document = Array.from({ length: 402 }, (_, n) => long(n)).join('\n\n')

test('both panes scroll together, to both ends', async ({ launch, makeCorpus }) => {
  const app = await launch({ folders: [await makeCorpus({ 'a.txt': document })] })
  const work = await new WorkspacePage(app.page).ready()
  await work.segments.hover()
  await expect(async () => {
    await app.page.mouse.wheel(0, 4000)
    await expect(work.segment('Teaser 401')).toBeInViewport({ timeout: 200 })
    await expect(work.raw.getByText('Teaser 401')).toBeInViewport({ timeout: 200 })
  }).toPass()
  await work.raw.hover()
  await expect(async () => {
    await app.page.mouse.wheel(0, -6000)
    await expect(work.segment(/Teaser 1$/)).toBeInViewport({ timeout: 200 })
    await expect(work.raw.getByText('Teaser 1', { exact: true })).toBeInViewport({ timeout: 200 })
  }).toPass()
})

test('a segment lights in both panes, level in both', async ({ launch, makeCorpus }) => {
  const app = await launch({ folders: [await makeCorpus({ 'a.txt': document })] })
  const work = await new WorkspacePage(app.page).ready()
  for (let n = 0; n < 9; n++) await work.press('PageDown')
  await work.expectCurrent('Teaser 90')
  await expect(async () => {
    const left = await work.raw.getByText('Teaser 90', { exact: true }).boundingBox()
    const right = await work.segment('Teaser 90').boundingBox()
    expect(Math.abs((left?.y ?? 0) - (right?.y ?? 1000))).toBeLessThan(24)
  }).toPass()
  await work.segment('Teaser 93').click()
  await work.expectCurrent('Teaser 93')
  await expect(work.raw.getByText('Teaser 93', { exact: true })).toBeInViewport()
})

test('shows markup, white space and hidden characters as they are, and runs nothing', async ({
  launch,
  makeCorpus,
}) => {
  const hostile = [
    '<script>document.title = "owned"</script>',
    '</textarea><img src=x onerror="document.title=1">',
    '\u001b[31mred\u001b[0m',
    'abc \u202etxt.exe\u202c def',
    'السلام عليكم ![]() |',
    '  two spaces before',
  ].join('\n')
  const app = await launch({ folders: [await makeCorpus({ 'hostile.txt': hostile })] })
  const work = await new WorkspacePage(app.page).ready()
  await expect(work.segment('<script>document.title = "owned"</script>')).toBeVisible()
  await expect(work.segment('</textarea><img src=x')).toBeVisible()
  await expect(work.raw.getByText('<script>document.title')).toBeVisible()
  await expect(work.raw.locator('[data-name="U+001B"]').first()).toBeVisible()
  await expect(work.raw.locator('[data-name="U+202E"]')).toBeVisible()
  await expect(app.page).toHaveTitle(/corpus – Winnow/)
  await work.press('e')
  await work.expectCount('boilerplate', 6)
  await work.saved()
})
