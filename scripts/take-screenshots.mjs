import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { findChromium } from './find-chromium.mjs'

const folder = fileURLToPath(new URL('../docs/screens', import.meta.url))

/** For how long nothing on a page must change before it is shot, in ms: what stands beside the panes follows keys after a moment. */
const rest = 600

/** Opens the browser that screenshots are taken in, for as long as `work` takes. */
export async function withBrowser(work) {
  const browser = await chromium.launch({
    executablePath: findChromium()?.path,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    await work(browser)
  } finally {
    await browser.close()
  }
}

/**
 * Has `shoot` take its screenshots in English and Vietnamese, light and dark, in a browser context of its own each. It is
 * given that, `save(page, name)` and `inLanguage(english, vietnamese)`.
 */
export async function inAllLooks(browser, shoot, viewport = { width: 1440, height: 900 }) {
  for (const [locale, language] of [
    ['en-US', 'en'],
    ['vi-VN', 'vi'],
  ])
    for (const theme of ['light', 'dark']) {
      const context = await browser.newContext({ locale, colorScheme: theme, viewport })
      await shoot({
        context,
        theme,
        inLanguage: (english, vietnamese) => (language === 'en' ? english : vietnamese),
        save: async (page, name) => {
          await page.evaluate(atRest, rest)
          await page.screenshot({ path: join(folder, `${name}-${language}-${theme}.png`) })
        },
      })
      await context.close()
    }
}

/** Runs in the page. Resolves once nothing in it has changed for `rest` ms. */
const atRest = (rest) =>
  new Promise((resolve) => {
    const look = () =>
      setTimeout(() => {
        observer.disconnect()
        resolve(undefined)
      }, rest)
    let timer = look()
    const observer = new MutationObserver(() => {
      clearTimeout(timer)
      timer = look()
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  })
