/** Takes the screenshots in docs/screens of labels that cannot be saved, and of their recovery: part of `npm run screens`. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startHost } from '../bench/winnow-host.mjs'
import { inAllLooks, withBrowser } from './take-screenshots.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
await withBrowser((browser) => inAllLooks(browser, shoot))

async function shoot({ context, save }) {
  const place = mkdtempSync(join(tmpdir(), 'winnow-screens-'))
  const corpus = join(place, 'sample')
  cpSync(join(root, 'resources/sample'), corpus, { recursive: true })
  const home = join(corpus, 'winnow')
  let host = await startHost(corpus, join(place, 'home'))
  const open = async () => {
    const page = await context.newPage()
    await page.goto(host.url)
    // Not by its role, which it has not while a dialog is open.
    await page.locator('.segment-row').first().waitFor()
    return page
  }
  try {
    const first = await open()
    // A file where the folder of the labels should be.
    writeFileSync(home, '')
    for (const key of ['t', 'c', 'x', 'c', 'b', 'b', 'b']) await first.keyboard.press(key)
    await first.getByRole('alert').filter({ hasText: 'recovery' }).waitFor()
    await save(first, 'unsaved')
    await first.setViewportSize({ width: 900, height: 700 })
    await save(first, 'unsaved-narrow')
    await host.end()
    rmSync(home)

    host = await startHost(corpus, join(place, 'home'))
    const again = await open()
    const dialog = again.getByRole('dialog')
    await dialog.waitFor()
    // One label is another one meanwhile.
    await again.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    for (const key of ['Home', 'j', 'b']) await again.keyboard.press(key)
    await again.locator('.save-mark.saved').waitFor()
    await again.reload()
    await dialog.waitFor()
    await save(again, 'recovery')
    await again.setViewportSize({ width: 900, height: 700 })
    await save(again, 'recovery-narrow')
  } finally {
    await host.end()
    rmSync(place, { recursive: true, force: true })
  }
}
